package com.encvoy.keycloak.oidc;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class ClientInformationIT {

    private final TestServer server;
    private final TestRealm realm;
    private final SentrySettings sentry;

    ClientInformationIT(TestServer server) {
        this.server = server;
        this.realm = TestRealm.imported(server);
        this.sentry = realm.sentry("/api/oidc");
    }

    @Test
    void anApplicationIsToldOfItsOwnRegistration() throws Exception {
        HttpResponse<String> response = ask(sentry.oidcClientId(), sentry.oidcClientSecret());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode client = new ObjectMapper().readTree(response.body());
        assertThat(client.path("client_id").asText()).isEqualTo(sentry.oidcClientId());
        assertThat(client.path("redirect_uris"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(TestRealm.SENTRY_URL + "/auth/sso/", TestRealm.SENTRY_URL + "/auth/sso");
        assertThat(client.path("scope").asText().split(" ")).contains("openid", "email", "profile", "phone");
        assertThat(client.path("default_scope").asText().split(" "))
                .contains("openid", "email", "encvoy", "offline_access")
                .doesNotContain("phone");
        assertThat(client.path("access_token_lifetime").asInt()).isEqualTo(1800);
        assertThat(client.path("refresh_token_idle_lifetime").asInt()).isEqualTo(2_592_000);
        assertThat(client.has("refresh_token_lifetime")).isFalse();
        assertThat(client.path("problems")).isEmpty();
        assertThat(response.body()).doesNotContain(sentry.oidcClientSecret());
    }

    @Test
    void lifetimesAreThoseThatAClientWithoutOfflineAccessHas() throws Exception {
        TestRealm other = TestRealm.copy(
                server,
                "information",
                copy -> copy.getClients().get(0).setAttributes(Map.of("access.token.lifespan", "-1")));
        other.application("wiki", "secret-of-the-wiki-for-tests", "https://wiki.example.com/*");

        JsonNode client = new ObjectMapper()
                .readTree(ask("/realms/information/api/oidc/client", "wiki", "secret-of-the-wiki-for-tests")
                        .body());
        assertThat(client.path("refresh_token_idle_lifetime").asInt()).isEqualTo(86_400);
        assertThat(client.path("refresh_token_lifetime").asInt()).isEqualTo(86_400);
        assertThat(client.path("problems"))
                .extracting(problem -> problem.path("code").asText())
                .contains("refresh_token_idle_lifetime");
        JsonNode endless = new ObjectMapper()
                .readTree(ask("/realms/information/api/oidc/client", sentry.oidcClientId(), sentry.oidcClientSecret())
                        .body());
        assertThat(endless.has("access_token_lifetime")).isFalse();
    }

    @Test
    void theSessionOfThePersonEndsWhatTheClientWouldLetLive() throws Exception {
        TestRealm.copy(server, "information", copy -> {
            copy.setOfflineSessionIdleTimeout(86_400);
            copy.setOfflineSessionMaxLifespanEnabled(true);
            copy.setOfflineSessionMaxLifespan(172_800);
        });

        JsonNode client = new ObjectMapper()
                .readTree(ask("/realms/information/api/oidc/client", sentry.oidcClientId(), sentry.oidcClientSecret())
                        .body());

        assertThat(client.path("refresh_token_idle_lifetime").asInt())
                .as("although the client says 30 days")
                .isEqualTo(86_400);
        assertThat(client.path("refresh_token_lifetime").asInt()).isEqualTo(172_800);
    }

    @Test
    void whoProvesNothingIsToldNothing() throws Exception {
        for (HttpResponse<String> refused :
                List.of(ask(sentry.oidcClientId(), "wrong"), ask("absent", "wrong"), ask("account-console", ""))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("invalid_client").doesNotContain("redirect_uris");
        }
    }

    @Test
    void questionsAreEvents() throws Exception {
        TestRealm audited = TestRealm.copy(
                server, "audited", copy -> copy.setEnabledEventTypes(List.of("CLIENT_INFO", "CLIENT_INFO_ERROR")));
        String path = "/realms/audited/api/oidc/client";

        ask(path, sentry.oidcClientId(), sentry.oidcClientSecret());
        ask(path, sentry.oidcClientId(), "wrong");

        assertThat(audited.events(EventType.CLIENT_INFO))
                .singleElement()
                .satisfies(event -> assertThat(event.getClientId()).isEqualTo(sentry.oidcClientId()));
        assertThat(audited.events(EventType.CLIENT_INFO_ERROR))
                .singleElement()
                .satisfies(event -> assertThat(event.getError()).isEqualTo("invalid_client_credentials"));
    }

    private HttpResponse<String> ask(String clientId, String secret) throws IOException, InterruptedException {
        return ask("/api/oidc/client", clientId, secret);
    }

    private HttpResponse<String> ask(String path, String clientId, String secret)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.at(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "client_id=" + clientId + (secret.isEmpty() ? "" : "&client_secret=" + secret)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
