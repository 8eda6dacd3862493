package com.encvoy.keycloak.server.work;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.SingleUseObjectProviderFactory;

/** Takes precedence over Keycloak's own. */
public final class CountedStoreFactory implements SingleUseObjectProviderFactory<CountedStore> {

    @Override
    @SuppressWarnings("unchecked")
    public CountedStore create(KeycloakSession session) {
        return new CountedStore(
                ((SingleUseObjectProviderFactory<SingleUseObjectProvider>) session.getKeycloakSessionFactory()
                                .getProviderFactory(SingleUseObjectProvider.class, "infinispan"))
                        .create(session));
    }

    @Override
    public String getId() {
        return "test-counted";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
