package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

import jakarta.ws.rs.core.Response;

import com.encvoy.keycloak.sentry.SentrySettings;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.common.util.StringPropertyReplacer;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

/** A realm made from the shipped JSON, and the people in it. */
public final class TestRealm {

    public static final String PASSWORD = "correct horse battery staple";
    public static final String SENTRY_URL = "https://sentry.example.com";

    private final TestServer server;
    private final String name;

    private TestRealm(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The realm that the server imported at start, with every variable set. */
    public static TestRealm imported(TestServer server) {
        return of(server, Imports.ALL_VARIABLES);
    }

    /** A realm that exists. */
    public static TestRealm of(TestServer server, String name) {
        return new TestRealm(server, name);
    }

    /** A copy under another name, changed before it is imported; an earlier copy of that name is removed. */
    public static TestRealm copy(TestServer server, String name, Consumer<RealmRepresentation> change) {
        try {
            RealmRepresentation realm = JsonSerialization.readValue(
                    StringPropertyReplacer.replaceProperties(Pack.realm(), TestServer.ENVIRONMENT::get), RealmRepresentation.class);
            realm.setRealm(name);
            change.accept(realm);
            if (server.admin().realms().findAll().stream().anyMatch(other -> other.getRealm().equals(name))) {
                server.admin().realm(name).remove();
            }
            server.admin().realms().create(realm);
            return new TestRealm(server, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    public RealmResource admin() {
        return server.admin().realm(name);
    }

    /**
     * Makes somebody with the given user name, a complete profile and {@link #PASSWORD}.
     *
     * @return the user's id
     */
    public String person(String username) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setEmail(username + "@example.com");
        user.setEmailVerified(true);
        user.setFirstName("Ada");
        user.setLastName("Lovelace");
        user.setEnabled(true);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        user.setCredentials(List.of(password));
        admin().users().searchByUsername(username, true).forEach(old -> admin().users().delete(old.getId()).close());
        try (Response response = admin().users().create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    public void disable(String id) {
        UserResource person = admin().users().get(id);
        UserRepresentation user = person.toRepresentation();
        user.setEnabled(false);
        person.update(user);
    }

    public ClientRepresentation client(String clientId) {
        return admin().clients().findByClientId(clientId).get(0);
    }

    /** A web application with a secret, as an administrator makes one in the console. */
    public void application(String clientId, String secret, String redirectUri) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret(secret);
        client.setRedirectUris(List.of(redirectUri));
        client.setStandardFlowEnabled(true);
        admin().clients().findByClientId(clientId).forEach(old -> admin().clients().get(old.getId()).remove());
        admin().clients().create(client).close();
    }

    /** What {@code sentry.conf.py} says when Sentry is pointed at the given path of the server. */
    public SentrySettings sentry(String path) {
        return new SentrySettings(TestServer.ENVIRONMENT.get("SENTRY_CLIENT_ID"),
                TestServer.ENVIRONMENT.get("SENTRY_CLIENT_SECRET"), server.at(path).toString(), SENTRY_URL);
    }
}
