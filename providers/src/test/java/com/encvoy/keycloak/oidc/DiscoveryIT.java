package com.encvoy.keycloak.oidc;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.RawHttp;
import com.encvoy.keycloak.server.RawHttp.Answer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The discovery document: its content, how long clients may cache it, and who may read it. */
@KeycloakServer
class DiscoveryIT {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final TestServer server;
    private final RawHttp http;

    DiscoveryIT(TestServer server) {
        this.server = server;
        this.http = new RawHttp(server.url());
    }

    @Test
    void discoveryIsCacheableAndAnswersValidators() {
        Answer first = send("GET", "/api/oidc" + DISCOVERY);
        assertThat(first.headers().get("Cache-Control"))
                .contains("public")
                .contains("max-age=60")
                .doesNotContain("no-");
        assertThat(first.headers()).containsKey("ETag");

        Answer again = http.send(
                "GET",
                "/api/oidc" + DISCOVERY,
                Map.of("If-None-Match", first.headers().get("ETag")),
                "");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void discoveryAnswersAlikeEveryTimeWithKeycloaksSecurityHeaders() {
        Answer first = send("GET", "/realms/encvoy/api/oidc" + DISCOVERY);
        Answer repeated = send("GET", "/realms/encvoy/api/oidc" + DISCOVERY);

        assertThat(repeated).isEqualTo(first);
        assertThat(repeated.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsKey("Strict-Transport-Security");
    }

    @Test
    void aDocumentNamesTheHostThatWasAskedOnly() {
        for (String host : new String[] {"a.example", "b.example", "a.example"}) {
            assertThat(http.send("GET", "/api/oidc" + DISCOVERY, Map.of("Host", host), "")
                            .body())
                    .contains("\"issuer\":\"http://" + host + "/api/oidc\"");
        }
    }

    @Test
    void aRequestLineThatNamesAnotherHostCannotPoisonTheDocument() {
        String path = "/api/oidc" + DISCOVERY;
        http.send("GET", server.at(path).toString(), Map.of("Host", "evil.example"), "");
        http.send("GET", path, Map.of("Host", server.url().getAuthority().toUpperCase(Locale.ROOT)), "");

        assertThat(send("GET", path).body())
                .contains("\"issuer\":\"" + server.at("/api/oidc") + "\"")
                .doesNotContain("evil.example");
    }

    @Test
    void discoveryFollowsTheRealmAtOnce() {
        TestRealm realm = TestRealm.copy(server, "changing", copy -> {});
        String path = "/realms/changing/api/oidc" + DISCOVERY;
        assertThat(send("GET", path).body()).contains("\"create\"").doesNotContain("\"badge\"");

        RealmRepresentation closed = realm.admin().toRepresentation();
        closed.setRegistrationAllowed(false);
        realm.admin().update(closed);
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("badge");
        scope.setProtocol("openid-connect");
        realm.admin().clientScopes().create(scope).close();
        assertThat(send("GET", path).body()).doesNotContain("\"create\"").contains("\"badge\"");

        closed.setEnabled(false);
        realm.admin().update(closed);
        assertThat(send("GET", path).status()).as("a disabled realm").isEqualTo(404);
        assertThat(send("GET", "/realms/changing/api/oidc/jwks").status())
                .as("a disabled realm")
                .isEqualTo(404);
        realm.admin().remove();
        assertThat(send("GET", path).status()).as("a removed realm").isEqualTo(404);
    }

    @Test
    void addressesInTheDocumentAreThoseOfTheHostnameSettings() {
        TestRealm.copy(server, "hosted", copy -> copy.getAttributes().put("frontendUrl", "https://id.example.com"));

        Answer answer = http.send("GET", "/realms/hosted/api/oidc" + DISCOVERY, Map.of("Host", "evil.example"), "");

        assertThat(answer.body())
                .contains(
                        "\"issuer\":\"https://id.example.com/realms/hosted/api/oidc\"",
                        "\"authorization_endpoint\":\"https://id.example.com/realms/hosted/api/oidc/auth\"")
                .doesNotContain("evil.example/realms/hosted/api/oidc/auth");
    }

    @Test
    void addressesInTheDocumentDoNotComeFromForeignHeaders() {
        Answer answer = http.send(
                "GET",
                "/api/oidc" + DISCOVERY,
                Map.of("X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example"),
                "");

        assertThat(answer.body()).doesNotContain("evil.example");
    }

    private Answer send(String method, String target) {
        return http.send(method, target, Map.of(), "");
    }
}
