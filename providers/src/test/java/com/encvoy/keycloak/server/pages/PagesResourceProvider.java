package com.encvoy.keycloak.server.pages;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

public final class PagesResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    PagesResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new PagesResource(session);
    }

    @Override
    public void close() {}
}
