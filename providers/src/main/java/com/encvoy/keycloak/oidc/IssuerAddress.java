package com.encvoy.keycloak.oidc;

import java.net.URI;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * Where this request reached the Encvoy endpoints: below {@code /api/oidc} of the server (the root realm only) or below
 * {@code /realms/{realm}/api/oidc}.
 *
 * <p>The address under which a client finds the discovery document is its issuer: OpenID Connect Discovery 1.0, section
 * 4.3, makes a client refuse a document whose {@code issuer} is not the prefix it was fetched from. Addresses come from
 * Keycloak's hostname provider, never from the request's Host header.
 */
public final class IssuerAddress {

    private static final String PATH = "api/oidc";

    private static final String ROOT_ALIAS = IssuerAddress.class.getName() + ".rootAlias";

    private final KeycloakSession session;

    IssuerAddress(KeycloakSession session) {
        this.session = session;
    }

    /** Notes that this request came in at the root alias instead of the realm's own path. */
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

    /** The URL of an endpoint that applications call, at the same address as the issuer. */
    URI backChannel(String endpoint) {
        return URI.create(prefix(UrlType.BACKEND, isRootAlias()) + "/" + endpoint);
    }

    /**
     * The URL of an endpoint that browsers visit. It is always the realm's own: Keycloak's sign-on cookies have the
     * path {@code /realms/{realm}/}, a browser would not send them to the root alias.
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
