package com.encvoy.keycloak.api;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import com.encvoy.keycloak.oidc.OidcAddress;
import com.encvoy.keycloak.oidc.OidcResource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Makes {@code /api/…} of the server the same as {@code /realms/{root realm}/api/…}.
 *
 * <p>A resource of its own instead of a filter that rewrites the request's path: RESTEasy decodes the query of a rewritten
 * request, which would turn a {@code state} of {@code a%26b} into two parameters.
 */
@Provider
@Path("/api")
public class RootAliasResource {

    @Context
    KeycloakSession session;

    @Path("oidc")
    public OidcResource oidc() {
        RealmModel realm = session.realms().getRealmByName(ApiResourceProviderFactory.rootRealm(session).name());
        if (realm == null) {
            throw new NotFoundException();
        }
        session.getContext().setRealm(realm);
        OidcAddress.arrivedAtRootAlias(session);
        return new OidcResource(session);
    }
}
