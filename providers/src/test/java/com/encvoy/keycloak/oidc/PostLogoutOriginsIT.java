package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientInitialAccessCreatePresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** New applications may send people to their own host after the logout, as with Encvoy ID. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostLogoutOriginsIT {

    private static final String ALLOWED = "post.logout.redirect.uris";
    private static final String CALLBACK = "https://wiki.example.com/login";
    private static final String DEFAULT = "+##https://wiki.example.com##https://wiki.example.com/";

    private final TestServer server;
    private TestRealm realm;
    private Browser browser;

    PostLogoutOriginsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "post-logout", copy -> copy.getClients().add(client("imported", Map.of())));
        realm.person("linus");
        realm.application("wiki", "secret-of-the-wiki-for-tests", CALLBACK);
        browser = new Browser(server.url());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private static ClientRepresentation client(String clientId, Map<String, String> attributes) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setRedirectUris(List.of(CALLBACK));
        client.setEnabled(true);
        client.setStandardFlowEnabled(true);
        client.setAttributes(attributes);
        return client;
    }

    private String allowed(String clientId) {
        return realm.client(clientId).getAttributes().get(ALLOWED);
    }

    private String leave(String address) {
        browser = new Browser(server.url());
        browser.open(realm.authorization("wiki", CALLBACK, "")).signIn("linus", TestRealm.PASSWORD);
        browser.open(server.at("/realms/post-logout/api/oidc/session/end?client_id=wiki&post_logout_redirect_uri="
                + URI.create(address).toASCIIString()));
        return browser.status() == 200
                ? browser.click("kc-logout").address().toString()
                : String.valueOf(browser.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wiki.example.com", "https://wiki.example.com/", CALLBACK})
    void theHostOfARedirectUriMayBeReturnedTo(String address) {
        assertThat(leave(address)).startsWith(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wiki.example.com/other", "https://example.com/", "http://wiki.example.com/"})
    void noOtherAddressMay(String address) {
        assertThat(leave(address)).isEqualTo("400");
    }

    @Test
    void aClientOfTheConsoleOrOfRestHasThem() {
        assertThat(allowed("wiki")).isEqualTo(DEFAULT);
        realm.admin().clients().create(client("plus", Map.of(ALLOWED, "+"))).close();
        assertThat(allowed("plus")).isEqualTo(DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "https://wiki.example.com/bye"})
    void addressesOfItsOwnStay(String own) {
        String clientId = "own-" + own.length();
        realm.admin().clients().create(client(clientId, Map.of(ALLOWED, own))).close();
        assertThat(allowed(clientId)).isEqualTo(own);
    }

    @Test
    void anAdministratorMayTakeThemAway() {
        realm.admin().clients().create(client("changed", Map.of())).close();

        realm.settings("changed", Map.of(ALLOWED, "+"));

        assertThat(allowed("changed")).isEqualTo("+");
    }

    @Test
    void anApplicationThatRegistersItselfHasThem() {
        String initial = realm.admin()
                .clientInitialAccess()
                .create(new ClientInitialAccessCreatePresentation(600, 1))
                .getToken();

        Application.Answer made = Application.send(
                HttpRequest.newBuilder(server.at("/realms/post-logout/clients-registrations/openid-connect"))
                        .header("Authorization", "Bearer " + initial)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"redirect_uris\":[\"" + CALLBACK + "\"]}"))
                        .build());

        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        assertThat(allowed(made.text("client_id"))).isEqualTo(DEFAULT);
    }

    @Test
    void importsAreLeftAsTheyAre() {
        PartialImportRepresentation partial = new PartialImportRepresentation();
        partial.setClients(List.of(client("partially-imported", Map.of())));
        partial.setIfResourceExists("FAIL");
        realm.admin().partialImport(partial).close();

        // Keycloak itself writes the redirect URIs into clients of a realm import.
        assertThat(allowed("imported")).isEqualTo("+");
        assertThat(allowed("partially-imported")).isNull();
    }
}
