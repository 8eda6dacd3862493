package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.ws.rs.core.Response;

import org.awaitility.Awaitility;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RolesResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.common.util.StringPropertyReplacer;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.sentry.SentrySettings;

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

    /** The options of each use of a step in a realm that is about to be imported. */
    public static void options(RealmRepresentation realm, String step, Map<String, String> options) {
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias("options of " + step);
        config.setConfig(options);
        realm.getAuthenticatorConfig().add(config);
        realm.getAuthenticationFlows().stream()
                .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                .filter(execution -> step.equals(execution.getAuthenticator()))
                .forEach(execution -> execution.setAuthenticatorConfig(config.getAlias()));
    }

    /** Makes a realm that is about to be imported ask for a code by e-mail after the password. */
    public static void codeAsSecondFactor(RealmRepresentation realm) {
        for (AuthenticationFlowRepresentation flow : realm.getAuthenticationFlows()) {
            if (flow.getAlias().equals("Encvoy first factor")) {
                flow.getAuthenticationExecutions()
                        .removeIf(step -> "encvoy-email-code".equals(step.getAuthenticator()));
            } else if (flow.getAlias().equals("Encvoy forms")) {
                AuthenticationExecutionExportRepresentation step = new AuthenticationExecutionExportRepresentation();
                step.setAuthenticator("encvoy-email-code");
                step.setRequirement("REQUIRED");
                step.setPriority(25);
                flow.getAuthenticationExecutions().add(step);
            }
        }
    }

    /** The realm that the server imported at start, with every variable set. */
    public static TestRealm imported(TestServer server) {
        return of(server, Imports.ALL_VARIABLES);
    }

    /** A realm that exists. */
    public static TestRealm of(TestServer server, String name) {
        return new TestRealm(server, name);
    }

    /**
     * A copy of {@link Pack#quietRealm} under another name, changed before it is imported, in place of an earlier one.
     */
    public static TestRealm copy(TestServer server, String name, Consumer<RealmRepresentation> change) {
        return copy(server, name, Pack.quietRealm(), change);
    }

    /** @param json a realm file, with variables */
    public static TestRealm copy(TestServer server, String name, String json, Consumer<RealmRepresentation> change) {
        try {
            RealmRepresentation realm = JsonSerialization.readValue(
                    StringPropertyReplacer.replaceProperties(json, server.environment()::get),
                    RealmRepresentation.class);
            realm.setRealm(name);
            change.accept(realm);
            return create(server, realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new realm; an earlier one of that name is removed. */
    public static TestRealm create(TestServer server, RealmRepresentation realm) {
        String name = realm.getRealm();
        if (server.admin().realms().findAll().stream()
                .anyMatch(other -> other.getRealm().equals(name))) {
            server.admin().realm(name).remove();
        }
        server.admin().realms().create(realm);
        return new TestRealm(server, name);
    }

    public String name() {
        return name;
    }

    public RealmResource admin() {
        return server.admin().realm(name);
    }

    /**
     * Creates a user with the given name, a complete profile and {@link #PASSWORD}.
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
        admin().users()
                .searchByUsername(username, true)
                .forEach(old -> admin().users().delete(old.getId()).close());
        try (Response response = admin().users().create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    /** Creates a user with {@link #PASSWORD}, changed before it is stored, in place of an earlier one of that name. */
    public String person(String username, Consumer<UserRepresentation> change) {
        String id = person(username);
        change(id, change);
        return id;
    }

    public void change(String id, Consumer<UserRepresentation> change) {
        UserResource person = admin().users().get(id);
        UserRepresentation user = person.toRepresentation();
        change.accept(user);
        person.update(user);
    }

    /** Lets administrators see and change attributes of people, if they cannot yet. */
    public void showToAdministrators(String... attributes) {
        UPConfig profile = admin().users().userProfile().getConfiguration();
        for (String name : attributes) {
            if (profile.getAttribute(name) == null) {
                UPAttribute attribute = new UPAttribute(name);
                attribute.setPermissions(new UPAttributePermissions(Set.of("admin"), Set.of("admin")));
                profile.addOrReplaceAttribute(attribute);
            }
        }
        admin().users().userProfile().update(profile);
    }

    /** Sets attributes of a client; null removes one. */
    public void settings(String clientId, Map<String, String> attributes) {
        ClientRepresentation client = client(clientId);
        client.getAttributes().putAll(attributes);
        admin().clients().get(client.getId()).update(client);
    }

    /** Sets the home page of a client. */
    public void homeOf(String clientId, String address) {
        ClientRepresentation client = client(clientId);
        client.setBaseUrl(address);
        admin().clients().get(client.getId()).update(client);
    }

    /** Grants a role of a client to a user, and creates the role if the client lacks it. */
    public void grant(String userId, String clientId, String role) {
        admin().users()
                .get(userId)
                .roles()
                .clientLevel(client(clientId).getId())
                .add(List.of(role(clientId, role)));
    }

    public void revoke(String userId, String clientId, String role) {
        admin().users()
                .get(userId)
                .roles()
                .clientLevel(client(clientId).getId())
                .remove(List.of(role(clientId, role)));
    }

    private RoleRepresentation role(String clientId, String name) {
        RolesResource roles = admin().clients().get(client(clientId).getId()).roles();
        if (roles.list().stream().noneMatch(role -> role.getName().equals(name))) {
            RoleRepresentation role = new RoleRepresentation();
            role.setName(name);
            roles.create(role);
        }
        return roles.get(name).toRepresentation();
    }

    /** The roles that a user has at a client. */
    public List<String> roles(String userId, String clientId) {
        return admin().users().get(userId).roles().clientLevel(client(clientId).getId()).listAll().stream()
                .map(RoleRepresentation::getName)
                .sorted()
                .toList();
    }

    /** The events of a type in this realm, the newest first. */
    public List<EventRepresentation> events(EventType type) {
        return admin().getEvents(List.of(type.name()), null, null, null, null, null, 0, 500);
    }

    /** The newest event of a type that has a detail of this value, or is about the user of this id. */
    public EventRepresentation event(EventType type, String about) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> events(type).stream()
                                .filter(event -> about.equals(event.getUserId())
                                        || (event.getDetails() != null
                                                && event.getDetails().containsValue(about)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** An OpenID provider elsewhere that is never reached. */
    public void identityProvider(String alias, String name) {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(alias);
        provider.setDisplayName(name);
        provider.setProviderId("oidc");
        provider.setConfig(Map.of(
                "clientId",
                "encvoy",
                "clientSecret",
                "secret-of-the-partner-for-tests",
                "authorizationUrl",
                "https://" + alias + ".example.com/auth",
                "tokenUrl",
                "https://" + alias + ".example.com/token"));
        admin().identityProviders().create(provider).close();
    }

    /** Links a user to an account of an identity provider. */
    public void link(String userId, String alias) {
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(alias);
        link.setUserId("4711");
        link.setUserName("ada@" + alias);
        admin().users().get(userId).addFederatedIdentity(alias, link).close();
    }

    public void disable(String id) {
        change(id, user -> user.setEnabled(false));
    }

    public ClientRepresentation client(String clientId) {
        return admin().clients().findByClientId(clientId).get(0);
    }

    /** A web application with a secret, as an administrator creates it in the console. */
    public void application(String clientId, String secret, String redirectUri) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret(secret);
        client.setRedirectUris(List.of(redirectUri));
        client.setStandardFlowEnabled(true);
        admin().clients()
                .findByClientId(clientId)
                .forEach(old -> admin().clients().get(old.getId()).remove());
        admin().clients().create(client).close();
    }

    /** The address that an application of {@link #application} sends a browser to. */
    public URI authorization(String clientId, String redirectUri, String more) {
        return server.at("/realms/" + name + "/api/oidc/auth?client_id=" + clientId
                + "&response_type=code&scope=openid&redirect_uri="
                + URLEncoder.encode(redirectUri, StandardCharsets.UTF_8) + more);
    }

    /** The settings in {@code sentry.conf.py} for the given path of the server. */
    public SentrySettings sentry(String path) {
        return new SentrySettings(
                TestServer.SENTRY_CLIENT_ID,
                TestServer.SENTRY_CLIENT_SECRET,
                server.at(path).toString(),
                SENTRY_URL);
    }
}
