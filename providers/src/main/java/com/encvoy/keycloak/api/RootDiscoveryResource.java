package com.encvoy.keycloak.api;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.ServerMetadataResource;

import com.encvoy.keycloak.oidc.OidcResource;
import com.encvoy.keycloak.oidc.issuer.AddressFamily;

/**
 * The discovery document of the server as an issuer (OpenID Connect Discovery 1.0, section 4.1). What Keycloak serves
 * below this path is handed on to Keycloak, because RESTEasy no longer finds it there.
 */
@Provider
@Path("/.well-known/openid-configuration")
public class RootDiscoveryResource {

    private static final String DOCUMENT = ".well-known/openid-configuration";

    @Context
    KeycloakSession session;

    @GET
    public Response get() {
        return oidc().get(DOCUMENT);
    }

    @HEAD
    public Response head() {
        return oidc().head(DOCUMENT);
    }

    @OPTIONS
    public Response options() {
        return oidc().options(DOCUMENT);
    }

    @POST
    public Response post() {
        return oidc().post(DOCUMENT);
    }

    @PUT
    public Response put() {
        return oidc().put(DOCUMENT);
    }

    @PATCH
    public Response patch() {
        return oidc().patch(DOCUMENT);
    }

    @DELETE
    public Response delete() {
        return oidc().delete(DOCUMENT);
    }

    @GET
    @Path("realms/{realm}")
    public Response keycloak(@PathParam("realm") String realm) {
        return new KeycloakMetadata(session).getWellKnown("openid-configuration", realm);
    }

    @OPTIONS
    @Path("realms/{realm}")
    public Response keycloakOptions(@PathParam("realm") String realm) {
        return new KeycloakMetadata(session).getWellKnownPreflight("openid-configuration", realm);
    }

    private OidcResource oidc() {
        return ApiResourceProviderFactory.atServer(session, AddressFamily.ROOT);
    }

    private static final class KeycloakMetadata extends ServerMetadataResource {

        KeycloakMetadata(KeycloakSession session) {
            this.session = session;
        }
    }
}
