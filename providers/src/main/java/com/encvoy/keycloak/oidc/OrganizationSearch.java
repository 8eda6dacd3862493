package com.encvoy.keycloak.oidc;

import java.util.HashSet;
import java.util.Set;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Spares Keycloak a search that finds nothing. Of every word of a scope it looks up whether it is a client scope that maps
 * organizations, several times a request, each time through all scopes of the application, and in realms without organizations too.
 * Words that map none it notes for the rest of the request; those of OpenID Connect and of Encvoy ID are noted here before it looks.
 *
 * <p>Nothing but speed, for requests that bring a token or a code and no scope of their own: their scopes have been checked, and belong to
 * a person. Where a scope is asked for, Keycloak must find out that it maps organizations to ignore it in a realm without any.
 */
final class OrganizationSearch {

    /** The name of the note, private in Keycloak's {@code OrganizationScope}. */
    static final String WITHOUT_ORGANIZATIONS = "kc.org.client.scope.unsupported";

    /** {@code openid} is no client scope, so that Keycloak looks for it every time. */
    private static final Set<String> SCOPES = Set.of("openid", "profile", "email", "phone", "address", "offline_access", "accounts", "lk",
            "catalog", "locale");

    private OrganizationSearch() {
    }

    /** For the token endpoint: a code, or a refresh token, whose scope has been granted before. */
    static void spareUnlessAsked(KeycloakSession session) {
        if (!session.getContext().getHttpRequest().getDecodedFormParameters().containsKey(OAuth2Constants.SCOPE)) {
            spare(session);
        }
    }

    /** Realms with organizations are left alone: there, an administrator may have any client scope map them. */
    static void spare(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isOrganizationsEnabled()) {
            // A set of this request's own: Keycloak adds to it.
            session.setAttribute(WITHOUT_ORGANIZATIONS, new HashSet<>(SCOPES));
        }
    }
}
