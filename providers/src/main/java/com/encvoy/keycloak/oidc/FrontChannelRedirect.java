package com.encvoy.keycloak.oidc;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

/**
 * Sends a browser from the root alias to the realm's own endpoint. Status 307 keeps method and body (RFC 9110, section 15.4.8),
 * the query is handed on as it came.
 */
public final class FrontChannelRedirect {

    private final KeycloakSession session;
    private final URI target;

    FrontChannelRedirect(KeycloakSession session, URI target) {
        this.session = session;
        this.target = target;
    }

    @GET
    public Response get() {
        return redirect();
    }

    @POST
    public Response post() {
        return redirect();
    }

    private Response redirect() {
        String query = session.getContext().getUri().getRequestUri().getRawQuery();
        return Response.temporaryRedirect(query == null ? target : URI.create(target + "?" + query)).build();
    }
}
