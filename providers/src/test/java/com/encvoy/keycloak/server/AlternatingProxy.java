package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * A reverse proxy with TLS that sends consecutive requests to different nodes, and to the next one if a node refuses
 * connections: the hardest case of a proxy without sticky sessions.
 */
final class AlternatingProxy implements AutoCloseable {

    /** Headers of a connection, not of a message, and those that the JDK's client sets itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "host",
            "keep-alive",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            ":status");

    /** Header of tests: the source address that the proxy passes on. */
    static final String SOURCE = "X-Test-Source";

    private final HttpsServer proxy;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<URI> nodes;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicIntegerArray served;
    private volatile List<Integer> serving;
    private volatile int answeredLast;

    /** @param serving numbers of the nodes that get requests at first */
    AlternatingProxy(int port, List<URI> nodes, List<Integer> serving) {
        this.nodes = nodes;
        this.serving = serving;
        this.served = new AtomicIntegerArray(nodes.size());
        try {
            proxy = HttpsServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        proxy.setHttpsConfigurator(new HttpsConfigurator(TestCertificate.context()));
        proxy.setExecutor(Executors.newCachedThreadPool());
        proxy.createContext("/", this::forward);
        proxy.start();
    }

    /** From now on, requests go to these nodes. */
    void direct(List<Integer> numbers) {
        serving = numbers;
    }

    /** The number of requests that a node has answered. */
    int served(int node) {
        return served.get(node);
    }

    int answeredLast() {
        return answeredLast;
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> response = forward(exchange, body);
            response.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty =
                    response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : response.body().length);
            if (!empty) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        IOException failure = null;
        List<Integer> numbers = serving;
        for (int attempt = 0; attempt < numbers.size(); attempt++) {
            int node = numbers.get(next.getAndIncrement() % numbers.size());
            try {
                HttpResponse<byte[]> response =
                        client.send(request(exchange, nodes.get(node), body), BodyHandlers.ofByteArray());
                served.incrementAndGet(node);
                answeredLast = node;
                return response;
            } catch (ConnectException e) {
                failure = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        throw failure;
    }

    private static HttpRequest request(HttpExchange exchange, URI node, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(node + exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"))
                .header(
                        "X-Forwarded-For",
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst(SOURCE))
                                .orElseGet(() ->
                                        exchange.getRemoteAddress().getAddress().getHostAddress()))
                .build();
    }

    @Override
    public void close() {
        proxy.stop(0);
    }
}
