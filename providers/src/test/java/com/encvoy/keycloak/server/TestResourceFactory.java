package com.encvoy.keycloak.server;

import java.util.function.Function;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** A resource of realms that only tests have: it runs in their server and needs neither options nor a start. */
public abstract class TestResourceFactory implements RealmResourceProviderFactory {

    private final String id;
    private final Function<KeycloakSession, RealmResourceProvider> resource;

    protected TestResourceFactory(String id, Function<KeycloakSession, RealmResourceProvider> resource) {
        this.id = id;
        this.resource = resource;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return resource.apply(session);
    }

    @Override
    public final void init(Config.Scope config) {}

    @Override
    public final void postInit(KeycloakSessionFactory factory) {}

    @Override
    public final void close() {}
}
