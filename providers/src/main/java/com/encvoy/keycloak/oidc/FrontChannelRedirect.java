package com.encvoy.keycloak.oidc;

import java.net.URI;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

/**
 * Redirects a browser from the root alias to the realm's own endpoint. Status 307 preserves method and body (RFC 9110,
 * section 15.4.8); the query is passed on unchanged.
 */
final class FrontChannelRedirect {

    private final KeycloakSession session;
    private final URI target;

    FrontChannelRedirect(KeycloakSession session, URI target) {
        this.session = session;
        this.target = target;
    }

    Response response() {
        String query = session.getContext().getUri().getRequestUri().getRawQuery();
        return Response.temporaryRedirect(query == null ? target : URI.create(target + "?" + query))
                .type(MediaType.TEXT_PLAIN_TYPE)
                .build();
    }
}
