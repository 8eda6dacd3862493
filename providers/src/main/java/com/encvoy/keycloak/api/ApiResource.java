package com.encvoy.keycloak.api;

import jakarta.ws.rs.Path;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.oidc.DiscoveryDocuments;
import com.encvoy.keycloak.oidc.OidcResource;

/** The doors of {@code /realms/{realm}/api}. */
public final class ApiResource {

    private final KeycloakSession session;
    private final DiscoveryDocuments documents;

    ApiResource(KeycloakSession session, DiscoveryDocuments documents) {
        this.session = session;
        this.documents = documents;
    }

    @Path("oidc")
    public OidcResource oidc() {
        return new OidcResource(session, documents);
    }

    @Path("applications")
    public ApplicationsResource applications() {
        return new ApplicationsResource(session);
    }
}
