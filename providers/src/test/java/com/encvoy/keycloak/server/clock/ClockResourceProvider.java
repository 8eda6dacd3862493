package com.encvoy.keycloak.server.clock;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

public final class ClockResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    ClockResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new ClockResource(session);
    }

    @Override
    public void close() {}
}
