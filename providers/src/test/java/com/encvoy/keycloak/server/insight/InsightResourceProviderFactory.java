package com.encvoy.keycloak.server.insight;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

public final class InsightResourceProviderFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "test-insight";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new InsightResourceProvider(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
