package com.encvoy.keycloak.oidc;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.RawHttp;
import com.encvoy.keycloak.server.RawHttp.Answer;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes, methods and errors, at both addresses. */
@KeycloakServer
class EndpointsIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final RawHttp http;

    EndpointsIT(TestServer server) {
        this.http = new RawHttp(server.url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/.well-known/openid-configuration | GET, HEAD, OPTIONS",
                "/jwks | GET, HEAD, OPTIONS",
                "/auth | GET, POST, HEAD, OPTIONS",
                "/token | POST, OPTIONS",
                "/me | GET, POST, HEAD, OPTIONS",
                "/token/introspection | POST, OPTIONS",
                "/token/revocation | POST, OPTIONS",
                "/session/end | GET, POST, HEAD, OPTIONS",
                "/request | POST, OPTIONS"
            })
    void aWrongMethodIsToldWhichOnesAreRight(String route, String allow) {
        for (String prefix : new String[] {"/api/oidc", "/oidc", "/realms/encvoy/api/oidc"}) {
            Answer answer = send("DELETE", prefix + route);

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers().get("Allow")).isEqualTo(allow);
            assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
            assertThat(send("OPTIONS", prefix + route).headers().get("Allow")).isEqualTo(allow);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/reg", "/device/auth", "/token/introspect", "/grants/1", "/auth/abc"})
    void everythingElseIsNotFoundInTheShapeOfOAuth(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            Answer answer = send(method, "/api/oidc" + path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
            assertThat(answer.body())
                    .isEqualTo("{\"error\":\"not_found\",\"error_description\":\"There is no such endpoint.\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DISCOVERY, "/jwks"})
    void headAnswersLikeGetWithoutABody(String route) {
        assertThat(send("HEAD", "/api/oidc" + route)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {DISCOVERY, "/jwks", "/token", "/me", "/token/introspection", "/token/revocation", "/request"})
    void scriptsOfOtherOriginsMayAskFirst(String route) {
        for (String prefix : new String[] {"/api/oidc", "/oidc", "/realms/encvoy/api/oidc"}) {
            Answer answer = http.send(
                    "OPTIONS",
                    prefix + route,
                    Map.of("Origin", "https://app.example.com", "Access-Control-Request-Method", "POST"),
                    "");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "https://app.example.com");
        }
    }

    @Test
    void theDocumentOfTheServerIsReadOnly() {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            Answer answer = send(method, "/.well-known/openid-configuration");
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.headers().get("Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
        }
    }

    @Test
    void wrongCredentialsOfAnApplicationAreNamedAsSuch() {
        Answer post = form(
                "/api/oidc/token",
                Map.of(),
                "grant_type=authorization_code&code=x&client_id=error-tracker&client_secret=wrong");
        assertThat(post.status()).isEqualTo(401);
        assertThat(post.body()).contains("\"error\":\"invalid_client\"").contains("The client ID or the client secret");
        assertThat(post.headers()).doesNotContainKey("WWW-Authenticate");

        Answer basic = form(
                "/api/oidc/token",
                Map.of("Authorization", "Basic ZXJyb3ItdHJhY2tlcjp3cm9uZw=="),
                "grant_type=authorization_code&code=x");
        assertThat(basic.status()).isEqualTo(401);
        assertThat(basic.body()).contains("\"error\":\"invalid_client\"");
        assertThat(basic.headers().get("WWW-Authenticate")).isEqualTo("Basic realm=\"encvoy\"");

        // error-tracker:50%, as an application sends it that does not encode its secret.
        for (String route :
                new String[] {"/token", "/token/introspection", "/token/revocation", "/request", "/client"}) {
            Answer stray = form(
                    "/oidc" + route, Map.of("Authorization", "Basic ZXJyb3ItdHJhY2tlcjo1MCU="), "grant_type=password");
            assertThat(stray.status()).as(route).isEqualTo(401);
            assertThat(stray.body()).as(route).contains("\"error\":\"invalid_client\"");
            assertThat(stray.headers().get("WWW-Authenticate")).as(route).isEqualTo("Basic realm=\"encvoy\"");
        }

        for (String route : new String[] {"/token/introspection", "/token/revocation", "/request"}) {
            Answer answer = form("/api/oidc" + route, Map.of(), "token=x&client_id=absent&client_secret=x");
            assertThat(answer.status()).as(route).isEqualTo(401);
            assertThat(answer.body()).as(route).contains("\"error\":\"invalid_client\"");
        }
    }

    @Test
    void aBadCodeIsAnInvalidGrant() {
        Answer answer = form(
                "/api/oidc/token",
                Map.of(),
                "grant_type=authorization_code&code=x&client_id=error-tracker&"
                        + "client_secret=secret-from-the-environment");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"invalid_grant\"");
        assertThat(answer.headers().get("Cache-Control")).contains("no-store");
    }

    @Test
    void userinfoWithoutAGoodTokenSaysSoInHeaderAndBody() {
        Answer none = send("GET", "/api/oidc/me");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.headers().get("WWW-Authenticate")).startsWith("Bearer ");
        assertThat(none.body()).contains("\"error\"").contains("An access token is missing.");

        Answer bad = http.send("GET", "/api/oidc/me?schema=openid", Map.of("Authorization", "Bearer abc"), "");
        assertThat(bad.status()).isEqualTo(401);
        assertThat(bad.headers().get("WWW-Authenticate")).startsWith("Bearer ").contains("invalid_token");
        assertThat(bad.body()).contains("\"error\":\"invalid_token\"");
    }

    @Test
    void aBodyThatIsNoFormIsABadRequest() {
        Answer answer = http.send("POST", "/api/oidc/token", Map.of("Content-Type", "application/json"), "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
    }

    @Test
    void anApplicationThatAsksForTooMuchIsNotToldThatItsSecretIsWrong() {
        Answer answer = form(
                "/api/oidc/token",
                Map.of(),
                "grant_type=client_credentials&client_id=error-tracker&client_secret=secret-from-the-environment");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"unauthorized_client\"").doesNotContain("client secret");
    }

    @Test
    void headAtTheOtherRoutesOfBrowsersAndApplicationsAnswersLikeGet() {
        assertThat(send("HEAD", "/api/oidc/me").status()).isEqualTo(401);
        assertThat(send("HEAD", "/api/oidc/auth").status()).isEqualTo(307);
        assertThat(send("HEAD", "/realms/encvoy/api/oidc/session/end").status()).isEqualTo(200);
    }

    private Answer form(String target, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", FORM);
        return http.send("POST", target, all, body);
    }

    private Answer send(String method, String target) {
        return http.send(method, target, Map.of(), "");
    }
}
