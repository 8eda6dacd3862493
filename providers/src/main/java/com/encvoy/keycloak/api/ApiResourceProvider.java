package com.encvoy.keycloak.api;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

final class ApiResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    ApiResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new ApiResource(session);
    }

    @Override
    public void close() {
    }
}
