package com.encvoy.keycloak.server.editing;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

final class EditingResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    EditingResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new EditingResource(session);
    }

    @Override
    public void close() {}
}
