package com.encvoy.keycloak.server.cost;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

public final class CostResourceProviderFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "test-cost";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new CostResourceProvider(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
