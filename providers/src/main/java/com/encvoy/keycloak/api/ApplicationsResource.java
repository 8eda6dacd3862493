package com.encvoy.keycloak.api;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/api/applications}: who belongs to an application. */
public final class ApplicationsResource {

    private final KeycloakSession session;

    public ApplicationsResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("{client_id}/invitations")
    public InvitationsResource invitations(@PathParam("client_id") String clientId) {
        return new InvitationsResource(session, clientId);
    }
}
