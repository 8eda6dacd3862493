package com.encvoy.keycloak.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Passes requests on to a server until a number of them have written something, then hangs up. */
final class InterruptingProxy implements AutoCloseable {

    private static final Set<String> PASSED_ON = Set.of("authorization", "content-type", "accept");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final HttpServer proxy;
    private int writesLeft;

    InterruptingProxy(URI server, int writes) throws IOException {
        this.server = server;
        this.writesLeft = writes;
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        proxy.createContext("/", this::pass);
        proxy.start();
    }

    URI url() {
        return URI.create("http://localhost:" + proxy.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        boolean isWrite =
                !method.equals("GET") && exchange.getRequestURI().getPath().startsWith("/admin/");
        if (isWrite && writesLeft-- <= 0) {
            exchange.close();
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(
                        method,
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Location")
                    .ifPresent(location -> exchange.getResponseHeaders().set("Location", location));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    @Override
    public void close() {
        proxy.stop(0);
    }
}
