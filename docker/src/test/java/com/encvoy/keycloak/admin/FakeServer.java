package com.encvoy.keycloak.admin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Gives the answers that a test prepares, one after the other, and records all requests. */
public final class FakeServer implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final HttpServer http;

    public FakeServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    /** @param request method and path; the last answer is repeated */
    public FakeServer answering(String request, int status, String body) {
        answers.computeIfAbsent(request, any -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    public URI url() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /** Method, path, credentials and body of every request, one string each. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        Deque<Answer> prepared = answers.getOrDefault(request, new ArrayDeque<>(List.of(new Answer(404, ""))));
        Answer answer = prepared.size() > 1 ? prepared.remove() : prepared.element();
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
