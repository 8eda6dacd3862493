package com.encvoy.keycloak.api;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.api.applications.ApplicationsResource;
import com.encvoy.keycloak.api.pictures.LogoResource;
import com.encvoy.keycloak.api.pictures.PersonPictureResource;
import com.encvoy.keycloak.oidc.DiscoveryDocumentCache;
import com.encvoy.keycloak.oidc.OidcResource;

/** The resources below {@code /realms/{realm}/api}. */
public final class ApiResource {

    private final KeycloakSession session;
    private final DiscoveryDocumentCache documents;

    ApiResource(KeycloakSession session, DiscoveryDocumentCache documents) {
        this.session = session;
        this.documents = documents;
    }

    @Path("oidc")
    public OidcResource oidc() {
        return new OidcResource(session, documents);
    }

    @Path("openapi.json")
    public OpenApiResource document() {
        return new OpenApiResource(session);
    }

    @Path("avatar")
    public LogoResource logo() {
        return LogoResource.ofRealm(session);
    }

    @Path("pictures/{id}")
    public PersonPictureResource picture(@PathParam("id") String id) {
        return new PersonPictureResource(session, id);
    }

    @Path("applications")
    public ApplicationsResource applications() {
        return new ApplicationsResource(session);
    }
}
