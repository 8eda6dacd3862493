package com.encvoy.keycloak.api;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

import com.encvoy.keycloak.oidc.DiscoveryDocuments;

final class ApiResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;
    private final DiscoveryDocuments documents;

    ApiResourceProvider(KeycloakSession session, DiscoveryDocuments documents) {
        this.session = session;
        this.documents = documents;
    }

    @Override
    public ApiResource getResource() {
        return new ApiResource(session, documents);
    }

    @Override
    public void close() {}
}
