package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/** Requests per second of each back-channel endpoint, ours and Keycloak's own, in interleaved rounds. */
@KeycloakServer
class EndpointsBenchmark {

    private static final int ROUNDS = Integer.getInteger("encvoy.benchmark.rounds", 7);
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final TestServer server;

    EndpointsBenchmark(TestServer server) {
        this.server = server;
    }

    @Test
    void compare() throws Exception {
        TestRealm realm = TestRealm.imported(server);
        realm.person("ada");
        SentryIdentity identity = signIn(realm);
        String credentials = "client_id=error-tracker&client_secret=secret-from-the-environment&";
        String protocol = "/realms/encvoy/protocol/openid-connect";

        Map<String, List<byte[]>> pairs = new LinkedHashMap<>();
        pairs.put(
                "discovery",
                List.of(
                        get("/realms/encvoy/.well-known/openid-configuration"),
                        get("/api/oidc/.well-known/openid-configuration")));
        pairs.put("jwks", List.of(get(protocol + "/certs"), get("/api/oidc/jwks")));
        pairs.put("me", List.of(bearer(protocol + "/userinfo", identity), bearer("/api/oidc/me", identity)));
        String introspection = credentials + "token=" + identity.accessToken();
        pairs.put(
                "introspection",
                List.of(
                        post(protocol + "/token/introspect", introspection),
                        post("/api/oidc/token/introspection", introspection)));
        String refresh = credentials + "grant_type=refresh_token&refresh_token=" + identity.refreshToken();
        pairs.put("token (refresh)", List.of(post(protocol + "/token", refresh), post("/api/oidc/token", refresh)));

        StringBuilder table = new StringBuilder("""
                | endpoint | Keycloak's own, requests/s | the pack, requests/s | ratio of each round: median (min–max) |
                | --- | --- | --- | --- |
                """);
        pairs.keySet().removeIf(name -> !name.matches(System.getProperty("encvoy.benchmark.endpoints", ".*")));
        Comparison comparison = new Comparison(new VirtualUsers(server.url()), ROUNDS, ROUND);
        pairs.forEach((name, pair) -> table.append(comparison.row(name, pair.get(0), pair.get(1))));
        Files.writeString(Path.of("target/benchmark-endpoints.md"), table);
    }

    private SentryIdentity signIn(TestRealm realm) {
        SentryLogin login = new Sentry(realm.sentry("/api/oidc")).startLogin();
        try (Browser browser = new Browser(server.url())) {
            return login.callback(browser.open(login.authorizationUrl())
                    .signIn("ada", TestRealm.PASSWORD)
                    .address());
        }
    }

    private byte[] get(String path) {
        return KeepAliveConnection.request("GET", server.at(path), "", "");
    }

    private byte[] bearer(String path, SentryIdentity identity) {
        return KeepAliveConnection.request(
                "GET", server.at(path), "Authorization: Bearer " + identity.accessToken() + "\r\n", "");
    }

    private byte[] post(String path, String form) {
        return KeepAliveConnection.request("POST", server.at(path), "", form);
    }
}
