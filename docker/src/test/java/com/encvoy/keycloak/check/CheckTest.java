package com.encvoy.keycloak.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.command.Execution;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers of servers and proxies that differ from those of Keycloak. */
class CheckTest {

    private record Reply(int status, String location, String body) {}

    private final Map<String, Reply> replies = new HashMap<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void startAGoodOne() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/", this::reply);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort();
        reply("/api/oidc/.well-known/openid-configuration", 200, discovery(url));
        reply("/auth", 200, "<form>");
        reply("/token", 400, "{\"error\":\"invalid_grant\"}");
        reply("/me", 401, "");
        reply(
                "/api/oidc/client",
                200,
                "{\"scope\":\"openid email profile encvoy\",\"default_scope\":\"openid "
                        + "encvoy\",\"access_token_lifetime\":1800,\"refresh_token_idle_lifetime\":2592000}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String discovery(String origin) {
        return ("{\"issuer\":\"%1$s/api/oidc\",\"authorization_endpoint\":\"%1$s/auth\","
                        + "\"token_endpoint\":\"%1$s/token\",\"userinfo_endpoint\":\"%1$s/me\"}")
                .formatted(origin);
    }

    private void reply(String path, int status, String body) {
        replies.put(path, new Reply(status, null, body));
    }

    private void reply(HttpExchange exchange) throws IOException {
        Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(404, null, ""));
        if (reply.location() != null) {
            exchange.getResponseHeaders().add("Location", reply.location());
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The lines that report a problem. */
    private List<String> check() {
        Execution check = Execution.of(
                CheckCommand.commandLine(
                        Map.of("OIDC_CLIENT_SECRET", "secret", "SENTRY_URL", "https://sentry.example.com")),
                "--issuer",
                url + "/api/oidc");
        List<String> bad =
                check.out().lines().filter(line -> !line.startsWith("ok ")).toList();
        assertThat(check.exitCode()).as(check.out() + check.err()).isEqualTo(bad.isEmpty() ? 0 : 1);
        return bad;
    }

    @Test
    void aGoodServerPasses() {
        assertThat(check()).isEmpty();
    }

    @Test
    void theDefaultPortAndTheCaseOfLettersDoNotMatter() {
        reply("/api/oidc/.well-known/openid-configuration", 200, discovery(url.replace("localhost", "LOCALHOST")));

        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"issuer\":1}", "<html>502</html>"})
    void aBodyThatIsNotADiscoveryDocumentIsReportedInOneLine(String body) {
        reply("/api/oidc/.well-known/openid-configuration", 200, body);

        assertThat(check()).singleElement().asString().contains("FAIL discovery", "without");
    }

    @Test
    void anEndpointWithoutAnAbsoluteAddressIsReportedInOneLine() {
        reply("/api/oidc/.well-known/openid-configuration", 200, discovery(url).replace(url + "/token", "/token"));

        assertThat(check())
                .singleElement()
                .asString()
                .contains("names an endpoint without an absolute address (token_endpoint: /token)");
    }

    @Test
    void anotherHostInTheDocumentIsFound() {
        reply(
                "/api/oidc/.well-known/openid-configuration",
                200,
                discovery(url).replace(url + "/token", "http://127.0.0.1:1/token"));

        assertThat(check()).hasSize(2).first().asString().contains("FAIL addresses", "set --hostname");
    }

    @Test
    void anErrorThatSentryWouldLoopOnIsNamed() {
        replies.put(
                "/auth", new Reply(302, "https://sentry.example.com/auth/sso/?error=invalid_scope&state=check", ""));

        assertThat(check()).singleElement().asString().contains("error=invalid_scope", "assign the scopes");
    }

    @Test
    void aRedirectToSomethingElseOnTheHostOfSentryIsFollowed() {
        replies.put("/auth", new Reply(302, url + "/other?error=no", ""));
        reply("/other", 200, "<form>");

        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 502})
    void aMissingLoginPageIsNotBlamedOnRedirectUris(int status) {
        reply("/auth", status, "");

        assertThat(check()).singleElement().asString().contains("answered " + status, "look at the proxies");
    }

    @Test
    void aRedirectToNowhereDoesNotEndTheCheck() {
        replies.put("/auth", new Reply(302, "https://idp.invalid/login", ""));

        assertThat(check()).singleElement().asString().contains("redirect URI", "its name cannot be resolved here");
        replies.put("/auth", new Reply(302, "https://a b|c", ""));
        assertThat(check()).singleElement().asString().contains("an invalid address: https://a b|c");
    }

    @Test
    void aPublicClientIsNotMistakenForAMissingPack() {
        reply("/api/oidc/client", 401, "{\"error\":\"invalid_client\"}");
        assertThat(check()).singleElement().asString().contains("The client is public");

        reply("/api/oidc/client", 404, "");
        assertThat(check()).singleElement().asString().contains("Keycloak without the pack");

        reply("/api/oidc/client", 503, "");
        assertThat(check()).singleElement().asString().contains("answered 503", "proxies");
    }

    @Test
    void whatTheServerFindsWrongIsPrintedWithItsRemedy() {
        reply(
                "/api/oidc/client",
                200,
                "{\"scope\":\"openid email profile encvoy\",\"problems\":["
                        + "{\"code\":\"full_scope_allowed\",\"subject\":\"scopes\","
                        + "\"description\":\"Tokens carry all roles.\",\"remedy\":\"switch it off\"},"
                        + "{\"code\":\"of_a_later_version\",\"subject\":\"refresh_token\","
                        + "\"description\":\"They expire.\",\"remedy\":\"let them live\"}]}");

        assertThat(check())
                .satisfiesExactly(
                        line -> assertThat(line).contains("scopes", "Tokens carry all roles. Remedy: switch it off."),
                        line -> assertThat(line).contains("refresh token", "They expire. Remedy: let them live."));
    }

    @Test
    void aScopeThatSentryRequestsAndTheClientLacksIsNamed() {
        reply("/api/oidc/client", 200, "{\"scope\":\"openid email encvoy\",\"problems\":[]}");

        assertThat(check()).singleElement().asString().contains("The client lacks profile");
    }
}
