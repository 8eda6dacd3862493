package com.encvoy.keycloak.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;

import com.encvoy.keycloak.server.TestServer;

/** The account that a server keeps of what requests cost. */
final class CostAccount {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestServer server;

    CostAccount(TestServer server) {
        this.server = server;
    }

    /** What the requests of a task cost, with what the server does for them after its answers. */
    Cost of(Runnable task) {
        send("PUT");
        task.run();
        AtomicReference<String> last = new AtomicReference<>();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    String items = send("GET");
                    return items.equals(last.getAndSet(items));
                });
        return Cost.of(last.get().isEmpty() ? List.of() : List.of(last.get().split("\n")));
    }

    void close() {
        send("DELETE");
    }

    private String send(String method) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(server.at("/realms/master/test-cost/account"))
                                    .method(method, BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
