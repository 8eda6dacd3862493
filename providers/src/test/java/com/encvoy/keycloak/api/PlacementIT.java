package com.encvoy.keycloak.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.Imports;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.ProxiedServer;
import com.encvoy.keycloak.server.RawHttp;
import com.encvoy.keycloak.server.RawHttp.Answer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A server below a path, behind a proxy that ends TLS, whose root realm is not the default one. */
@OwnServer
@KeycloakServer
class PlacementIT {

    private static final String DISCOVERY = "/sso/api/oidc/.well-known/openid-configuration";

    private final TestServer server;
    private final RawHttp http;

    PlacementIT(ProxiedServer server) {
        this.server = server;
        this.http = new RawHttp(server.url());
    }

    @Test
    void theOptionNamesTheRealmAtTheRootAndThePathIsRespected() throws Exception {
        JsonNode document = document(Map.of());
        String base = server.url().toString();

        assertThat(document.get("issuer").textValue()).isEqualTo(base + "/api/oidc");
        assertThat(document.get("token_endpoint").textValue()).isEqualTo(base + "/api/oidc/token");
        assertThat(document.get("authorization_endpoint").textValue())
                .isEqualTo(base + "/realms/" + Imports.SECRET_ONLY + "/api/oidc/address/auth");
    }

    @Test
    void theServerItselfIsAnIssuerBelowThePath() throws Exception {
        String base = server.url().toString();
        for (String path : List.of("/sso/.well-known/", "/sso/oidc/.well-known/")) {
            Answer answer = http.send("GET", path + "openid-configuration", Map.of(), "");
            JsonNode document = JsonSerialization.mapper.readTree(answer.body());

            assertThat(document.get("issuer").textValue()).isEqualTo(base);
            assertThat(document.get("token_endpoint").textValue()).isEqualTo(base + "/oidc/token");
            assertThat(document.get("authorization_endpoint").textValue())
                    .isEqualTo(base + "/realms/" + Imports.SECRET_ONLY + "/api/oidc/root/auth");
            assertThat(http.send("HEAD", path + "openid-configuration", Map.of(), "")
                            .headers()
                            .get("ETag"))
                    .isEqualTo(answer.headers().get("ETag"));
        }
        assertThat(http.send("GET", "/sso/oidc/auth?state=a%26b", Map.of(), "")
                        .headers()
                        .get("Location"))
                .isEqualTo(base + "/realms/" + Imports.SECRET_ONLY + "/api/oidc/root/auth?state=a%26b");
    }

    @Test
    void metadataOfKeycloakItselfStaysReachable() {
        for (String realm : List.of("master", Imports.SECRET_ONLY)) {
            Answer metadata =
                    http.send("GET", "/sso/.well-known/oauth-authorization-server/realms/" + realm, Map.of(), "");
            assertThat(metadata.status()).isEqualTo(200);
            assertThat(metadata.body()).contains("\"issuer\":\"" + server.url() + "/realms/" + realm + "\"");
            assertThat(http.send("GET", "/sso/.well-known/openid-configuration/realms/" + realm, Map.of(), "")
                            .status())
                    .as("Keycloak has no such document")
                    .isEqualTo(404);
        }
    }

    @Test
    void optionsLeavePasswordsToKeycloaksOwnCodeAndSignaturesToJava() {
        assertThat(server.operationalInfo("password-hashing", "argon2")).containsEntry("Computed by", "Keycloak");
        assertThat(server.operationalInfo("signature", "RS256")).containsEntry("Computed by", "Java");
        sentrySignsAUserInBelowAPath();
    }

    @Test
    void sentrySignsAUserInBelowAPath() {
        TestRealm realm = TestRealm.of(server, Imports.SECRET_ONLY);
        realm.person("ada");
        var settings = realm.sentry("/api/oidc");
        var defaults = new SentrySettings(
                "sentry", settings.oidcClientSecret(), settings.oidcDomain(), "http://127.0.0.1:9000");
        SentryLogin login = new Sentry(defaults).startLogin();
        try (Browser browser = new Browser(server.url())) {
            URI answer = browser.open(login.authorizationUrl())
                    .signIn("ada", TestRealm.PASSWORD)
                    .address();
            assertThat(login.callback(answer).idToken().path("iss").asText()).isEqualTo(server.url() + "/api/oidc");
        }
    }

    @Test
    void behindAProxyThatEndsTlsAddressesAreTheProxys() throws Exception {
        Map<String, String> proxied =
                Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "id.example.com", "X-Forwarded-Port", "443");

        assertThat(document(proxied).get("issuer").textValue()).isEqualTo("https://id.example.com/sso/api/oidc");
        Answer redirect = http.send("POST", "/sso/api/oidc/auth?a=b%26c", proxied, "");
        assertThat(redirect.status()).isEqualTo(307);
        assertThat(redirect.headers().get("Location"))
                .isEqualTo(
                        "https://id.example.com/sso/realms/" + Imports.SECRET_ONLY + "/api/oidc/address/auth?a=b%26c");
    }

    @Test
    void nothingButTheRealmsOwnEndpointCanBeTheTargetOfTheRedirect() {
        for (String target : List.of(
                "/sso/api/oidc/auth//evil.example",
                "/sso/api/oidc//evil.example/auth",
                "/sso/api/oidc/auth/..%2f..",
                "/sso//evil.example/api/oidc/auth",
                "/sso/api/oidc/%2e%2e/auth",
                "/sso/oidc/auth//evil.example",
                "/sso/oidc//evil.example/auth")) {
            Answer answer = http.send("GET", target, Map.of(), "");
            assertThat(answer.headers()
                            .getOrDefault("Location", server.at("/realms/").toString()))
                    .as(target)
                    .startsWith(server.at("/realms/").toString());
        }
    }

    @Test
    void aDisabledOrMissingRootRealmIsNotFoundAndNotNamed() {
        RealmRepresentation realm = server.admin().realm(Imports.SECRET_ONLY).toRepresentation();
        try {
            realm.setEnabled(false);
            server.admin().realm(Imports.SECRET_ONLY).update(realm);
            assertNotFound();
        } finally {
            realm.setEnabled(true);
            server.admin().realm(Imports.SECRET_ONLY).update(realm);
        }
        try {
            realm.setRealm("renamed");
            server.admin().realm(Imports.SECRET_ONLY).update(realm);
            assertNotFound();
        } finally {
            realm.setRealm(Imports.SECRET_ONLY);
            server.admin().realm("renamed").update(realm);
        }
    }

    /** Discovery may be repeated for a second. */
    private void assertNotFound() {
        for (String method : List.of("GET", "POST", "OPTIONS")) {
            Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                Answer answer = http.send(method, DISCOVERY, Map.of(), "");
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body())
                        .isEqualTo("{\"error\":\"not_found\",\"error_description\":\"There is no such endpoint.\"}");
            });
        }
        assertThat(http.send("GET", "/sso/api/oidc/jwks", Map.of(), "").status())
                .isEqualTo(404);
    }

    private JsonNode document(Map<String, String> headers) throws Exception {
        return JsonSerialization.mapper.readTree(
                http.send("GET", DISCOVERY, headers, "").body());
    }
}
