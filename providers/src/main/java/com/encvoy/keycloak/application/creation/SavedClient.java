package com.encvoy.keycloak.application.creation;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** Keycloak's event for a client that was changed by other means than its own API; parts of the pack listen to it. */
public record SavedClient(KeycloakSession session, ClientModel client) implements ClientModel.ClientUpdatedEvent {

    public static void announce(KeycloakSession session, ClientModel client) {
        session.getKeycloakSessionFactory().publish(new SavedClient(session, client));
    }

    @Override
    public ClientModel getUpdatedClient() {
        return client;
    }

    @Override
    public KeycloakSession getKeycloakSession() {
        return session;
    }
}
