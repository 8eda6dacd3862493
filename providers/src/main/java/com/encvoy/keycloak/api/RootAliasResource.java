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

/**
 * Serves {@code /realms/{root realm}/api/…} at {@code /api/…} too.
 *
 * <p>A separate resource instead of a filter that rewrites the request's path: RESTEasy decodes the query of a
 * rewritten request, which would turn a {@code state} of {@code a%26b} into two parameters.
 */
@Provider
@Path("/api")
public class RootAliasResource {

    @Context
    KeycloakSession session;

    /**
     * Declared because RESTEasy otherwise answers a preflight from the resource class itself, before it looks into
     * sub-resources.
     */
    @OPTIONS
    @Path("oidc/{path:.*}")
    public Response preflight(@PathParam("path") String path) {
        return oidc().options(path);
    }

    @Path("oidc")
    public OidcResource oidc() {
        return ApiResourceProviderFactory.atServer(session, AddressFamily.ADDRESS);
    }
}
