package com.encvoy.keycloak.server.work;

import org.keycloak.services.resource.RealmResourceProvider;

final class WorkResourceProvider implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return new WorkResource();
    }

    @Override
    public void close() {}
}
