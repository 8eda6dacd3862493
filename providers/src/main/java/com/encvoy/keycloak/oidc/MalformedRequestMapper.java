package com.encvoy.keycloak.oidc;

import java.util.Arrays;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * Answers a form or a credential that cannot be decoded with the RFC's error instead of an internal one. Everything
 * outside the Encvoy addresses is left to Keycloak.
 */
@Provider
public class MalformedRequestMapper implements ExceptionMapper<IllegalArgumentException> {

    private static final Logger LOG = Logger.getLogger(MalformedRequestMapper.class);

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(IllegalArgumentException exception) {
        if (!MalformedRequestFilter.isOurs(
                session.getContext().getHttpRequest().getUri().getPath())) {
            return KeycloakErrorHandler.getResponse(session, exception);
        }
        session.getTransactionManager().setRollbackOnly();
        // Not the message: it may quote the request, and with it a secret.
        LOG.warnf(
                "A request could not be read: %s at %s",
                exception.getClass().getName(),
                Arrays.stream(exception.getStackTrace()).limit(3).toList());
        return OAuthErrors.badRequest("The request could not be read.");
    }
}
