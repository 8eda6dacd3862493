package com.encvoy.keycloak.api;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

import com.encvoy.keycloak.oidc.DiscoveryDocumentCache;

final class ApiResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;
    private final DiscoveryDocumentCache documents;

    ApiResourceProvider(KeycloakSession session, DiscoveryDocumentCache documents) {
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
