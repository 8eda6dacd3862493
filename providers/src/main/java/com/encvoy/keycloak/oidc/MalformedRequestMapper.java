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
 * Responds with the error defined in the RFC, instead of an internal error, to forms and credentials that cannot be
 * decoded. Leaves other paths to Keycloak.
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
        // Without the exception message, which may quote the request including a secret.
        LOG.warnf(
                "A request could not be parsed: %s at %s",
                exception.getClass().getName(),
                Arrays.stream(exception.getStackTrace()).limit(3).toList());
        return OAuthErrors.badRequest("The request could not be parsed.");
    }
}
