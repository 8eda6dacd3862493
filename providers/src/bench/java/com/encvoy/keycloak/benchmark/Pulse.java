package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks an address of a management interface each second, as a probe or a collector of metrics does. */
final class Pulse implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    private final Queue<Boolean> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Double> seconds = new ConcurrentLinkedQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;

    Pulse(URI address) {
        request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
        var unused = clock.scheduleAtFixedRate(() -> clock.execute(this::ask), 0, 1, TimeUnit.SECONDS);
    }

    private void ask() {
        long begin = System.nanoTime();
        try {
            answers.add(client.send(request, BodyHandlers.discarding()).statusCode() == 200);
        } catch (IOException e) {
            answers.add(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        seconds.add((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public String toString() {
        long good = answers.stream().filter(answer -> answer).count();
        return String.format(
                Locale.ROOT,
                "%d of %d were 200, slowest %.1f s",
                good,
                answers.size(),
                seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
