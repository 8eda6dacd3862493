package com.encvoy.keycloak.oidc;

import java.net.URI;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * The address at which this request reached the Encvoy endpoints: {@code /api/oidc} of the server (root realm only) or
 * {@code /realms/{realm}/api/oidc}.
 *
 * <p>The address at which a client finds the discovery document is its issuer: OpenID Connect Discovery 1.0, section
 * 4.3, makes a client reject a document whose {@code issuer} is not the prefix it was fetched from. Addresses come from
 * Keycloak's hostname provider, never from the request's Host header.
 */
public final class IssuerAddress {

    private static final String PATH = "api/oidc";

    private static final String ROOT_ALIAS = IssuerAddress.class.getName() + ".rootAlias";

    private final KeycloakSession session;

    IssuerAddress(KeycloakSession session) {
        this.session = session;
    }

    /** Marks this request as received at the root alias instead of the realm's own path. */
    public static void markRootAlias(KeycloakSession session) {
        session.setAttribute(ROOT_ALIAS, true);
    }

    boolean isRootAlias() {
        return Boolean.TRUE.equals(session.getAttribute(ROOT_ALIAS));
    }

    /** The issuer of ID tokens and discovery at this address, without a trailing slash. */
    String issuer() {
        return prefix(UrlType.FRONTEND, isRootAlias());
    }

    /** URL of an endpoint for applications, at the same address as the issuer. */
    URI backChannel(String endpoint) {
        return URI.create(prefix(UrlType.BACKEND, isRootAlias()) + "/" + endpoint);
    }

    /**
     * URL of an endpoint for browsers. Always the realm's own path: Keycloak's session cookies have the path
     * {@code /realms/{realm}/}, so a browser would not send them to the root alias.
     */
    URI frontChannel(String endpoint) {
        return URI.create(prefix(UrlType.FRONTEND, false) + "/" + endpoint);
    }

    private String prefix(UrlType type, boolean rootAlias) {
        URI server = session.getContext().getUri(type).getBaseUri();
        String parent = rootAlias
                ? server.toString()
                : Urls.realmIssuer(server, session.getContext().getRealm().getName());
        return parent.endsWith("/") ? parent + PATH : parent + "/" + PATH;
    }
}
