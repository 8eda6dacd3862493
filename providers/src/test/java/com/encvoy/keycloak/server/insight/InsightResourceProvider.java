package com.encvoy.keycloak.server.insight;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

public final class InsightResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    InsightResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new InsightResource(session);
    }

    @Override
    public void close() {}
}
