package com.encvoy.keycloak.server.cost;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

final class CostResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    CostResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new CostResource(session);
    }

    @Override
    public void close() {}
}
