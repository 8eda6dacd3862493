package com.encvoy.keycloak.production;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.node.CaddyProxy;
import com.encvoy.keycloak.server.node.KeycloakProcess;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the shipped Caddyfile makes of answers of an overloaded node, and of no answer. */
@OwnServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyIT {

    private static final boolean REQUIRED = "required".equals(System.getProperty("encvoy.test.proxy"));

    private static final String PAGE = "text/html,application/xhtml+xml;q=0.9";

    private final URI url = URI.create("http://localhost:" + KeycloakProcess.freePort());
    private HttpServer node;
    private CaddyProxy proxy;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(REQUIRED || CaddyProxy.isInstalled(), "There is no Caddy");
        node = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        node.createContext("/", ProxyIT::answer);
        node.start();
        int port = node.getAddress().getPort();
        proxy = new CaddyProxy(url, List.of("localhost:" + port), port);
    }

    @AfterAll
    void stop() {
        if (proxy != null) {
            proxy.close();
            node.stop(0);
        }
    }

    /** As Keycloak answers when its queue is full, while it starts, and at other times. */
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestURI().getPath()) {
                case "/overloaded" -> exchange.sendResponseHeaders(503, -1);
                case "/starting" -> {
                    exchange.getResponseHeaders().set("Retry-After", "3");
                    send(exchange, 503, "Bootstrap in progress.");
                }
                default -> send(exchange, 200, "served");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpResponse<String> ask(URI address, String method, String accept, String language)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.ofString(method.equals("POST") ? "username=ada" : ""))
                .header("Accept", accept)
                .header("Accept-Language", language);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String path, String method, String accept) throws Exception {
        return ask(url.resolve(path), method, accept, "en");
    }

    @Test
    void aPageThatANodeRefusesIsLoadedAgainByTheBrowser() throws Exception {
        HttpResponse<String> refused = ask("/overloaded", "GET", PAGE);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().map())
                .containsEntry("retry-after", List.of("5"))
                .containsEntry("refresh", List.of("5"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("content-type", List.of("text/plain; charset=utf-8"));
        assertThat(refused.body())
                .isEqualTo("Signing in is not possible at the moment. Please reload this page in a few seconds.");
    }

    @Test
    void aFormThatANodeRefusesIsNotLoadedAgainAsAPage() throws Exception {
        HttpResponse<String> refused = ask("/overloaded", "POST", PAGE);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().map())
                .containsEntry("retry-after", List.of("5"))
                .doesNotContainKey("refresh");
        assertThat(refused.body()).startsWith("Signing in is not possible");
    }

    @ParameterizedTest
    @CsvSource({
        "'de-DE,de;q=0.9', Die Anmeldung",
        "ES, En este momento",
        "fr, La connexion",
        "it-IT, In questo momento",
        "'ru,en;q=0.5', Сейчас",
        "pl, Signing in",
        "'', Signing in"
    })
    void thePageSpeaksTheLanguageOfTheBrowser(String language, String beginning) throws Exception {
        assertThat(ask(url.resolve("/overloaded"), "GET", PAGE, language).body())
                .startsWith(beginning);
    }

    @Test
    void aProgramGetsAnErrorOfOAuth() throws Exception {
        for (String accept : List.of("application/json", "*/*")) {
            HttpResponse<String> refused = ask("/overloaded", "POST", accept);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().map())
                    .containsEntry("retry-after", List.of("5"))
                    .containsEntry("content-type", List.of("application/json"))
                    .doesNotContainKey("refresh");
            assertThat(new ObjectMapper().readTree(refused.body()).path("error").asText())
                    .isEqualTo("temporarily_unavailable");
        }
    }

    @Test
    void anAnswerWithWordsOfItsOwnIsPassedOn() throws Exception {
        HttpResponse<String> starting = ask("/starting", "GET", PAGE);

        assertThat(starting.statusCode()).isEqualTo(503);
        assertThat(starting.headers().map()).containsEntry("retry-after", List.of("3"));
        assertThat(starting.body()).isEqualTo("Bootstrap in progress.");
        assertThat(ask("/realms/encvoy", "POST", PAGE).body()).isEqualTo("served");
    }

    @Test
    void withoutANodeTheAnswerSaysWhenToTryAgainToo() throws Exception {
        URI alone = URI.create("http://localhost:" + KeycloakProcess.freePort());
        int nothing = KeycloakProcess.freePort();
        try (CaddyProxy lonely = new CaddyProxy(alone, List.of("localhost:" + nothing), nothing)) {
            HttpResponse<String> unavailable = ask(alone, "GET", PAGE, "en");

            assertThat(lonely).isNotNull();
            assertThat(unavailable.statusCode()).isIn(502, 503);
            assertThat(unavailable.headers().map())
                    .containsEntry("retry-after", List.of("5"))
                    .containsEntry("refresh", List.of("5"));
            assertThat(unavailable.body()).startsWith("Signing in is not possible");
            assertThat(ask(alone, "POST", "application/json", "en").body()).contains("temporarily_unavailable");
        }
    }
}
