package com.encvoy.keycloak.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An application's endpoint for logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
public final class LogoutReceiver implements AutoCloseable {

    private static final String PARAMETER = "logout_token=";

    private final HttpServer server;
    private final BlockingQueue<String> tokens = new ArrayBlockingQueue<>(10);

    public LogoutReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/logout");
    }

    /** The token that arrives next; null if none does. */
    public String token() throws InterruptedException {
        return tokens.poll(10, TimeUnit.SECONDS);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (form.startsWith(PARAMETER)) {
                tokens.add(URLDecoder.decode(form.substring(PARAMETER.length()), StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
