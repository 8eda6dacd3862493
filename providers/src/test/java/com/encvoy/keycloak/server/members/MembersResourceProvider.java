package com.encvoy.keycloak.server.members;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

final class MembersResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    MembersResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new MembersResource(session);
    }

    @Override
    public void close() {}
}
