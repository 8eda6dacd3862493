package com.encvoy.keycloak.oidc.issuer;

import java.net.URI;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

import com.encvoy.keycloak.application.Application;

/**
 * The address at which a request reached the Encvoy endpoints, in one of the {@linkplain AddressFamily families}.
 *
 * <p>The address at which a client finds the discovery document is its issuer: OpenID Connect Discovery 1.0, section
 * 4.3, makes a client reject a document whose {@code issuer} is not the prefix it was fetched from. Addresses come from
 * Keycloak's hostname provider, never from the request's Host header.
 */
public final class IssuerAddress {

    private static final String FAMILY = IssuerAddress.class.getName() + ".family";

    private final KeycloakSession session;
    private final AddressFamily family;

    public IssuerAddress(KeycloakSession session, AddressFamily family) {
        this.session = session;
        this.family = family;
    }

    /** The address of the current request. */
    public static IssuerAddress of(KeycloakSession session) {
        AddressFamily marked = session.getAttribute(FAMILY, AddressFamily.class);
        return new IssuerAddress(session, marked == null ? AddressFamily.REALM : marked);
    }

    /** Marks this request as received at an address of the server instead of the realm's own path. */
    public static void mark(KeycloakSession session, AddressFamily family) {
        session.setAttribute(FAMILY, family);
    }

    /** Whether this is an address of the server, where browsers do not send the realm's cookies. */
    public boolean isOfServer() {
        return family.isOfServer();
    }

    /** The issuer that the discovery document at this address names, without a trailing slash. */
    public String issuer() {
        return below(UrlType.FRONTEND, family.isOfServer(), family.issuer());
    }

    /**
     * The issuer that an application expects in responses at this address: the one of the address, unless the
     * application was given the server's issuer together with addresses of another family ({@code encvoy.issuer}).
     */
    public String issuerFor(ClientModel client) {
        RealmModel realm = session.getContext().getRealm();
        return Application.of(client).expectsRootIssuer() && ServerRoot.serves(session, realm)
                ? below(UrlType.FRONTEND, true, AddressFamily.ROOT.issuer())
                : issuer();
    }

    /** URL of an endpoint for applications, at the same address as the issuer. */
    public URI backChannel(String endpoint) {
        return URI.create(below(UrlType.BACKEND, family.isOfServer(), family.endpoints()) + "/" + endpoint);
    }

    /**
     * URL of an endpoint for browsers. Always below the realm's own path: Keycloak's session cookies have the path
     * {@code /realms/{realm}/}, so a browser would not send them to an address of the server.
     */
    public URI frontChannel(String endpoint) {
        return URI.create(below(UrlType.FRONTEND, false, AddressFamily.REALM.endpoints()) + "/" + family.frontChannel()
                + endpoint);
    }

    private String below(UrlType type, boolean ofServer, String path) {
        URI server = session.getContext().getUri(type).getBaseUri();
        String parent = ofServer
                ? server.toString()
                : Urls.realmIssuer(server, session.getContext().getRealm().getName());
        String base = parent.endsWith("/") ? parent.substring(0, parent.length() - 1) : parent;
        return path.isEmpty() ? base : base + "/" + path;
    }
}
