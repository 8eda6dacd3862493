package com.encvoy.keycloak.oidc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.RawHttp;
import com.encvoy.keycloak.server.RawHttp.Answer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.core.JsonProcessingException;

import static org.assertj.core.api.Assertions.assertThat;

/** Some thousand requests that no honest client sends. Every run sends the same ones: they come from a fixed seed. */
@KeycloakServer
class MalformedRequestsIT {

    private static final int REQUESTS = 2_500;

    private static final List<String> PREFIXES =
            List.of("/api/oidc", "/oidc", "/realms/encvoy/api/oidc", "/realms/encvoy/api/oidc/root");

    private static final List<String> ROUTES = List.of(
            "/.well-known/openid-configuration",
            "/jwks",
            "/auth",
            "/token",
            "/me",
            "/token/introspection",
            "/token/revocation",
            "/session/end",
            "/request",
            "/",
            "",
            "/reg",
            "/device",
            "/grants/1");

    private static final List<String> PATH_TRICKS = List.of(
            "",
            "/",
            "//",
            "/..",
            "/../token",
            "/..;/",
            ";a=b",
            "/;/",
            "%2e",
            "/%2e%2e/",
            "%00",
            "%2f",
            "/%5c..",
            "/.",
            "%zz",
            "%",
            "%c0%ae",
            "?",
            "?=",
            "?&&&",
            "#x");

    private static final List<String> METHODS =
            List.of("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW");

    private static final List<String> NAMES = List.of(
            "client_id",
            "client_secret",
            "grant_type",
            "code",
            "refresh_token",
            "token",
            "token_type_hint",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "nonce",
            "prompt",
            "max_age",
            "ui_locales",
            "id_token_hint",
            "post_logout_redirect_uri",
            "access_token",
            "request",
            "request_uri",
            "claims",
            "acr_values",
            "code_challenge",
            "code_challenge_method",
            "response_mode",
            "login_hint",
            "kc_action",
            "kc_idp_hint",
            "resource",
            "client_assertion",
            "client_assertion_type",
            "authorization_details",
            "dpop_jkt",
            "code_verifier",
            "display");

    private static final List<String> VALUES = List.of(
            "",
            "error-tracker",
            "secret-from-the-environment",
            "code",
            "none",
            "openid",
            "openid%20email",
            "https%3A%2F%2Fsentry.example.com%2Fauth%2Fsso%2F",
            "authorization_code",
            "refresh_token",
            "client_credentials",
            "password",
            "implicit",
            "urn:ietf:params:oauth:grant-type:token-exchange",
            "urn:ietf:params:oauth:request_uri:none",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "%",
            "%zz",
            "%c3%28",
            "%00",
            "%0d%0aSet-Cookie:x=y",
            "%f0%9f%92%a9",
            "\u00e4",
            "-1",
            "99999999999999999999",
            "1e9",
            "NaN",
            "null",
            "true",
            "[]",
            "%7B%22a%22%3A",
            "%7B%7D",
            "eyJhbGciOiJub25lIn0.e30.",
            "a.b.c",
            "..",
            "eyJhbGciOiJIUzI1NiJ9.bm90anNvbg.x",
            "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.a.b.c.d",
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "${7*7}",
            "x".repeat(5_000),
            "javascript%3Aalert(1)",
            "S256",
            "plain",
            "form_post",
            "query.jwt",
            "tenant%3A%2A",
            "organization%3A%2A",
            "login",
            "create");

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=utf-8",
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "nonsense",
            "*/*",
            "a/b/c",
            "");

    private static final List<String> AUTHORIZATIONS = List.of(
            "",
            "Basic",
            "Basic !!!",
            "Basic ZXJyb3ItdHJhY2tlcg==",
            "Basic ZXJyb3ItdHJhY2tlcjpzZWNyZXQtZnJvbS10aGUtZW52aXJvbm1lbnQ=",
            "Basic JXp6OiV6eg==",
            "Bearer",
            "Bearer x",
            "Bearer a.b.c",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "DPoP x",
            "Negotiate x",
            "\u0001");

    private final TestServer server;
    private final Random random = new Random(20261124);

    MalformedRequestsIT(TestServer server) {
        this.server = server;
    }

    @Test
    void thousandsOfMalformedRequestsAreAnsweredAsTheRfcsSay() {
        RawHttp http = new RawHttp(server.url());
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String method = pick(METHODS);
            String prefix = pick(PREFIXES);
            String route = pick(ROUTES);
            String trick = random.nextInt(4) == 0 ? pick(PATH_TRICKS) : "";
            String parameters = parameters();
            boolean inQuery = random.nextBoolean();
            String target = prefix
                    + route
                    + trick
                    + (inQuery && !parameters.isEmpty() ? (trick.contains("?") ? "&" : "?") + parameters : "");
            Map<String, String> headers = headers();
            Answer answer = http.send(method, target, headers, inQuery ? "" : parameters);
            String problem = isRefusedByTheHttpServer(target, headers, answer)
                    ? null
                    : problem(prefix + route, trick, method, answer);
            if (problem != null) {
                failures.add(problem + ": " + method + " " + abbreviate(target) + " ["
                        + abbreviate(inQuery ? "" : parameters) + "] -> " + answer.status() + " "
                        + abbreviate(answer.body()) + " " + headers);
            }
        }

        assertThat(failures).isEmpty();
        assertThat(server.log()).doesNotContain("Uncaught server error");
        TestRealm realm = TestRealm.imported(server);
        assertThat(new Sentry(realm.sentry("/api/oidc")).issuer())
                .isEqualTo(server.at("/api/oidc").toString());
    }

    /** Invalid HTTP is refused, without a body, before any resource sees it. */
    private static boolean isRefusedByTheHttpServer(String target, Map<String, String> headers, Answer answer) {
        boolean valid = target.matches("(?:[-A-Za-z0-9._~!$&'()*+,;=:@/?\\[\\]]++|%[0-9A-Fa-f]{2})*+")
                && !target.matches(".*%(?:00|0[dDaA]|[cC]3%28|[cC]0%[aA][eE]).*")
                && headers.values().stream().allMatch(value -> value.chars().allMatch(c -> c >= ' '));
        return !valid && answer.status() == 400 && answer.body().isEmpty();
    }

    private static String problem(String route, String trick, String method, Answer answer) {
        if (answer.status() >= 500) {
            return "server error";
        }
        if (answer.body().contains("Exception") || answer.body().contains("\tat ")) {
            return "stack trace";
        }
        boolean browserRoute = route.endsWith("/auth") || route.endsWith("/session/end");
        boolean onRoute = trick.isEmpty() || trick.equals("?");
        if (onRoute && answer.status() >= 400 && !browserRoute && !method.equals("HEAD") && !isOAuthError(answer)) {
            return "not an OAuth error";
        }
        if (onRoute && answer.status() == 405 && !answer.headers().containsKey("Allow")) {
            return "405 without Allow";
        }
        return null;
    }

    private static boolean isOAuthError(Answer answer) {
        try {
            return JsonSerialization.mapper
                    .readTree(answer.body())
                    .path("error")
                    .asText()
                    .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private String parameters() {
        List<String> parameters = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            parameters.add(pick(NAMES) + "=" + pick(VALUES));
        }
        if (random.nextInt(6) == 0 && !parameters.isEmpty()) {
            parameters.add(parameters.get(0));
        }
        return String.join("&", parameters);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", random.nextInt(3) > 0 ? TYPES.get(0) : pick(TYPES));
        if (random.nextInt(3) == 0) {
            headers.put("Authorization", pick(AUTHORIZATIONS));
        }
        if (random.nextInt(8) == 0) {
            headers.put("Origin", pick(List.of("null", "https://evil.example", "%%%", "")));
        }
        if (random.nextInt(8) == 0) {
            headers.put("DPoP", pick(VALUES));
        }
        return headers;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String abbreviate(String text) {
        return text.length() > 250 ? text.substring(0, 250) + "…" : text;
    }
}
