package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.server.Application.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The devices on which users approve logins that an application has requested (OpenID CIBA Core 1.0). */
public final class AuthenticationDevice {

    private static final Map<String, String> REQUESTS = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = started();

    private AuthenticationDevice() {}

    /** The options of a server that reaches the devices. */
    static Map<String, String> environment(String host) {
        return Map.of(
                "KC_SPI_CIBA_AUTH_CHANNEL__CIBA_HTTP_AUTH_CHANNEL__HTTP_AUTHENTICATION_CHANNEL_URI",
                "http://" + host + ":" + SERVER.getAddress().getPort() + "/");
    }

    /** Approves the login that was requested last. */
    public static void approve(Application application, String username) {
        Answer answer =
                Application.send(HttpRequest.newBuilder(URI.create(application.base() + "/ext/ciba/auth/callback"))
                        .header("Authorization", REQUESTS.remove(username))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"status\":\"SUCCEED\"}"))
                        .build());
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private static HttpServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
            server.createContext("/", AuthenticationDevice::receive);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String username = JsonSerialization.mapper
                    .readTree(exchange.getRequestBody())
                    .path("login_hint")
                    .asText();
            REQUESTS.put(username, exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(201, -1);
        }
    }
}
