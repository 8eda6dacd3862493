package com.encvoy.keycloak.api;

import jakarta.ws.rs.Path;

import com.encvoy.keycloak.oidc.OidcResource;
import org.keycloak.models.KeycloakSession;

/** The doors of {@code /realms/{realm}/api}. */
public final class ApiResource {

    private final KeycloakSession session;

    ApiResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("oidc")
    public OidcResource oidc() {
        return new OidcResource(session);
    }
}
