package com.encvoy.keycloak.oidc;

import java.util.HashSet;
import java.util.Set;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Spares Keycloak a search that finds nothing. Of every word of a scope it looks up whether it is a client scope that
 * maps organizations, several times a request, each time through all scopes of the application, and in realms without
 * organizations too. Words that map none it notes for the rest of the request; those of OpenID Connect and of Encvoy ID
 * are noted here before it looks.
 *
 * <p>Nothing but speed. Requests that bring a token or a code and no scope of their own have scopes that have been
 * checked, and that belong to a person. Where a scope is asked for, Keycloak must find out that it maps organizations
 * to ignore it in a realm without any, and is spared {@code openid} alone, which is no client scope but the mark of a
 * request of OpenID Connect, so that Keycloak looks for it every time.
 */
final class OrganizationSearch {

    /** The name of the note, private in Keycloak's {@code OrganizationScope}. */
    static final String WITHOUT_ORGANIZATIONS = "kc.org.client.scope.unsupported";

    private static final Set<String> MARK = Set.of("openid");

    private static final Set<String> SCOPES = Set.of(
            "openid", "profile", "email", "phone", "address", "offline_access", "accounts", "lk", "catalog", "locale");

    private OrganizationSearch() {}

    /** For a request with a scope that has been granted before. */
    static void spare(KeycloakSession session) {
        note(session, SCOPES);
    }

    /** For a request that asks for a scope. */
    static void spareMark(KeycloakSession session) {
        note(session, MARK);
    }

    /**
     * For the token endpoint: a code, or a refresh token, whose scope has been granted before, and requests that ask
     * for one.
     */
    static void spareUnlessAsked(KeycloakSession session) {
        if (session.getContext().getHttpRequest().getDecodedFormParameters().containsKey(OAuth2Constants.SCOPE)) {
            spareMark(session);
        } else {
            spare(session);
        }
    }

    /** Realms with organizations are left alone: there, an administrator may have any client scope map them. */
    private static void note(KeycloakSession session, Set<String> scopes) {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isOrganizationsEnabled()) {
            // A set of this request's own: Keycloak adds to it.
            session.setAttribute(WITHOUT_ORGANIZATIONS, new HashSet<>(scopes));
        }
    }
}
