package com.encvoy.keycloak.server.clock;

import org.keycloak.services.resource.RealmResourceProvider;

public final class ClockResourceProvider implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return new ClockResource();
    }

    @Override
    public void close() {
    }
}
