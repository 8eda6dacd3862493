package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Gives the answers that a test prepares, and records all requests. */
final class FakeKeycloak implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final HttpServer http;

    FakeKeycloak() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    /** @param request method and path, such as {@code GET /realms/encvoy} */
    FakeKeycloak answering(String request, int status, String body) {
        answers.put(request, new Answer(status, body));
        return this;
    }

    FakeKeycloak acceptingPasswords() {
        return answering("POST /realms/master/protocol/openid-connect/token", 200, "{\"access_token\":\"the-token\"}");
    }

    int port() {
        return http.getAddress().getPort();
    }

    URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Method, path, credentials and body of every request, one string each. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization") + "\n" + body);
        Answer answer = answers.getOrDefault(request, new Answer(404, ""));
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
