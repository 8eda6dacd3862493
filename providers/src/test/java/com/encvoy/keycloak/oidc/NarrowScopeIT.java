package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientInitialAccessCreatePresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that are created by hand reach only their own data, and introspect only tokens that are meant for them. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NarrowScopeIT {

    private static final String CALLBACK = "https://hand.example.com/login";
    private static final String SECRET = "secret-made-by-hand-for-tests";

    private final TestServer server;
    private TestRealm realm;

    NarrowScopeIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "narrow", copy -> {
            ClientRepresentation imported = client("imported");
            imported.setFullScopeAllowed(true);
            copy.getClients().add(imported);
        });
        realm.person("narrowed");
        realm.application("hand", SECRET, CALLBACK);
        realm.application("other", SECRET, CALLBACK);
        realm.application("giver", SECRET, CALLBACK);
    }

    private static ClientRepresentation client(String clientId) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret(SECRET);
        client.setRedirectUris(List.of(CALLBACK));
        client.setEnabled(true);
        client.setStandardFlowEnabled(true);
        return client;
    }

    private Answer tokens(String clientId) {
        Application application = Application.atEncvoyAddress(server, realm, clientId, SECRET);
        try (Browser browser = new Browser(server.url())) {
            URI answer = browser.open(realm.authorization(clientId, CALLBACK, ""))
                    .signIn("narrowed", TestRealm.PASSWORD)
                    .address();
            return application.redeem(answer, CALLBACK);
        }
    }

    private int account(String token) {
        return Application.send(HttpRequest.newBuilder(server.at("/realms/narrow/account/"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .build())
                .status();
    }

    @Test
    void aClientThatIsMadeByHandStartsNarrowAndTheConsoleWidensIt() {
        assertThat(realm.client("hand").isFullScopeAllowed()).isFalse();
        String token = tokens("hand").text("access_token");
        assertThat(account(token)).as("the account of the person").isBetween(401, 403);
        assertThat(Application.claims(token).path("aud").toString()).isEqualTo("\"hand\"");

        ClientRepresentation explicit = client("explicit");
        explicit.setFullScopeAllowed(true);
        realm.admin().clients().create(explicit).close();
        assertThat(realm.client("explicit").isFullScopeAllowed())
                .as("asked for at the creation")
                .isFalse();

        ClientRepresentation widened = realm.client("explicit");
        widened.setFullScopeAllowed(true);
        realm.admin().clients().get(widened.getId()).update(widened);
        assertThat(realm.client("explicit").isFullScopeAllowed())
                .as("widened afterwards")
                .isTrue();
        widened.setName("Explicit");
        realm.admin().clients().get(widened.getId()).update(widened);
        assertThat(realm.client("explicit").isFullScopeAllowed())
                .as("and saved once more")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'redirect_uris':['https://own.example.com/'],'scope':'email profile'}",
                "{'redirect_uris':['https://own.example.com/']}"
            })
    void anApplicationThatRegistersItselfIsNarrowAndKeepsTheScopeThatGuardsPeople(String metadata) {
        String initial = realm.admin()
                .clientInitialAccess()
                .create(new ClientInitialAccessCreatePresentation(600, 1))
                .getToken();
        URI registration = server.at("/realms/narrow/clients-registrations/openid-connect");
        Answer made = register(HttpRequest.newBuilder(registration), "POST", initial, metadata);
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        assertGuarded(made.text("client_id"));

        String changed =
                metadata.replaceFirst("\\{", "{'client_id':'" + made.text("client_id") + "','client_name':'Own',");
        Answer updated = register(
                HttpRequest.newBuilder(URI.create(made.text("registration_client_uri"))),
                "PUT",
                made.text("registration_access_token"),
                changed);

        assertThat(updated.status()).as("%s", updated.json()).isEqualTo(200);
        assertGuarded(made.text("client_id"));
    }

    private static Answer register(HttpRequest.Builder request, String method, String token, String metadata) {
        return Application.send(request.header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(metadata.replace('\'', '"')))
                .build());
    }

    private void assertGuarded(String clientId) {
        assertThat(realm.client(clientId).isFullScopeAllowed()).isFalse();
        assertThat(realm.client(clientId).getDefaultClientScopes()).contains("encvoy");
    }

    @Test
    void importsAreLeftAsTheyAre() {
        assertThat(realm.client("imported").isFullScopeAllowed()).isTrue();

        PartialImportRepresentation partial = new PartialImportRepresentation();
        ClientRepresentation wide = client("partially-imported");
        wide.setFullScopeAllowed(true);
        partial.setClients(List.of(wide));
        partial.setIfResourceExists("FAIL");
        realm.admin().partialImport(partial).close();

        assertThat(realm.client("partially-imported").isFullScopeAllowed()).isTrue();
    }

    @Test
    void realmsWithoutTheScopeAreLeftAlone() {
        TestRealm plain = TestRealm.copy(server, "narrow-plain", copy -> {
            copy.getClientScopes().removeIf(scope -> scope.getName().equals("encvoy"));
            copy.setDefaultDefaultClientScopes(List.of());
            copy.getClients().forEach(client -> client.getDefaultClientScopes().remove("encvoy"));
        });
        plain.application("stock", SECRET, CALLBACK);

        assertThat(plain.client("stock").isFullScopeAllowed()).isTrue();
    }

    @Test
    void anApplicationLooksAtItsOwnTokensAndAtThoseThatNameIt() {
        ClientRepresentation wide = realm.client("giver");
        Application encvoy = Application.atEncvoyAddress(server, realm, "other", SECRET);
        Application keycloak = Application.atKeycloakAddress(server, realm, "other", SECRET);
        String own = tokens("other").text("access_token");
        assertThat(encvoy.introspect(own).json().path("active").asBoolean()).isTrue();
        // In the audience through a role of the user, which no administrator intended.
        realm.grant(
                realm.admin().users().searchByUsername("narrowed", true).get(0).getId(), "other", "READER");
        wide.setFullScopeAllowed(true);
        realm.admin().clients().get(wide.getId()).update(wide);
        String foreign = tokens("giver").text("access_token");
        assertThat(Application.claims(foreign).path("aud").toString()).contains("other");

        assertThat(encvoy.introspect(foreign).json().toString()).isEqualTo("{\"active\":false}");
        for (String hint : List.of("access_token", "refresh_token", "requesting_party_token", "nonsense")) {
            assertThat(encvoy.introspect(foreign, hint).json().path("active").asBoolean())
                    .as(hint)
                    .isFalse();
        }
        assertThat(keycloak.introspect(foreign).json().path("active").asBoolean())
                .as("at Keycloak's own address, as ever")
                .isTrue();

        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName("for the other");
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of(
                "included.client.audience",
                "other",
                "access.token.claim",
                "true",
                "introspection.token.claim",
                "true"));
        realm.admin()
                .clients()
                .get(wide.getId())
                .getProtocolMappers()
                .createMapper(audience)
                .close();
        assertThat(encvoy.introspect(tokens("giver").text("access_token"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }
}
