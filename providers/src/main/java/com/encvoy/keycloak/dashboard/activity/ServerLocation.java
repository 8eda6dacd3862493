package com.encvoy.keycloak.dashboard.activity;

import java.net.URI;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.registration.ServerAddress;
import com.encvoy.keycloak.oidc.issuer.AddressFamily;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.oidc.issuer.ServerRoot;

/** Where the applications of a realm find this server: the addresses of the realm, which every realm has. */
final class ServerLocation {

    private final KeycloakSession session;

    ServerLocation(KeycloakSession session) {
        this.session = session;
    }

    ServerAddress address() {
        return new ServerAddress(
                URI.create(issuer().issuer()),
                ServerRoot.serves(session, session.getContext().getRealm()));
    }

    /** The issuer in ID tokens of an application. */
    String issuerFor(ClientModel client) {
        return issuer().issuerFor(client);
    }

    private IssuerAddress issuer() {
        return new IssuerAddress(session, AddressFamily.REALM);
    }
}
