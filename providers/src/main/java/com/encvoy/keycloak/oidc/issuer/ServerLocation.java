package com.encvoy.keycloak.oidc.issuer;

import java.net.URI;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

import com.encvoy.keycloak.application.registration.ApplicationConfiguration;
import com.encvoy.keycloak.application.registration.ServerAddress;

/** Where the applications of a realm find this server: the addresses of the realm, which every realm has. */
public final class ServerLocation {

    private final KeycloakSession session;

    public ServerLocation(KeycloakSession session) {
        this.session = session;
    }

    /** @param secret empty if it is not to be shown in what is pasted into an application */
    public String configuration(ClientModel client, Optional<String> secret) {
        String realm = Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(), client.getRealm().getName());
        return ApplicationConfiguration.of(session, client, realm, secret);
    }

    public ServerAddress address() {
        RealmModel realm = session.getContext().getRealm();
        return new ServerAddress(URI.create(issuer().issuer()), ServerRoot.serves(session, realm));
    }

    /** The issuer in ID tokens of an application. */
    public String issuerFor(ClientModel client) {
        return issuer().issuerFor(client);
    }

    private IssuerAddress issuer() {
        return new IssuerAddress(session, AddressFamily.REALM);
    }
}
