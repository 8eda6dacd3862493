package com.encvoy.keycloak.api;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.oidc.OidcResource;
import com.encvoy.keycloak.oidc.issuer.AddressFamily;

/** Serves the root realm at {@code /oidc/…}, where the server itself is the issuer. */
@Provider
@Path("/oidc")
public class RootIssuerResource {

    @Context
    KeycloakSession session;

    /** Declared for the reason given at {@link RootAliasResource#preflight}. */
    @OPTIONS
    @Path("{path:.*}")
    public Response preflight(@PathParam("path") String path) {
        return oidc().options(path);
    }

    @Path("/")
    public OidcResource oidc() {
        return ApiResourceProviderFactory.atServer(session, AddressFamily.ROOT);
    }
}
