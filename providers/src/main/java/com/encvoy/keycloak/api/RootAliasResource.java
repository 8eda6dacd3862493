package com.encvoy.keycloak.api;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

import com.encvoy.keycloak.oidc.IssuerAddress;
import com.encvoy.keycloak.oidc.OAuthErrors;
import com.encvoy.keycloak.oidc.OidcResource;

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
        RealmModel realm = ApiResourceProviderFactory.findRootRealm(session);
        if (realm == null) {
            throw new WebApplicationException(OAuthErrors.notFound());
        }
        session.getContext().setRealm(realm);
        IssuerAddress.markRootAlias(session);
        ApiResourceProvider api = (ApiResourceProvider)
                session.getProvider(RealmResourceProvider.class, ApiResourceProviderFactory.PROVIDER_ID);
        return api.getResource().oidc();
    }
}
