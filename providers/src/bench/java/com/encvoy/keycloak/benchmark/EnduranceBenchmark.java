package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OptimizedServer;
import com.encvoy.keycloak.server.TestRealm;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Visits at a bounded rate for half an hour: a login, a silent one, refreshes, discovery, logout. After its end, a
 * visit must leave nothing behind in the memory of the server.
 */
@KeycloakServer
class EnduranceBenchmark {

    private static final Duration DURATION = Duration.ofMinutes(Integer.getInteger("encvoy.benchmark.minutes", 30));
    private static final int VISITS_PER_MINUTE = Integer.getInteger("encvoy.benchmark.visits", 60);
    private static final int PEOPLE = 50;

    /** Part of the duration after which caches are full and the compiler is done. */
    private static final double WARM_UP = 0.2;

    private static final double GROWTH = 1.05;

    private final OptimizedServer server;
    private final TestRealm realm;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger visits = new AtomicInteger();

    EnduranceBenchmark(OptimizedServer server) {
        this.server = server;
        this.realm = TestRealm.imported(server);
    }

    @Test
    void endureHalfAnHour() throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            realm.person("person" + i);
        }
        URI issuer = server.at("/api/oidc");
        RelyingApplication sentry;
        try (KeepAliveConnection connection = new KeepAliveConnection(server.url())) {
            sentry = new RelyingApplication(
                    connection,
                    issuer,
                    "error-tracker",
                    realm.sentry("/api/oidc").oidcClientSecret(),
                    "openid email profile");
        }

        visit(sentry, Math.round(DURATION.toSeconds() * WARM_UP));
        long before = server.heapAfterFullCollection();
        visit(sentry, Math.round(DURATION.toSeconds() * (1 - WARM_UP)));
        long after = server.heapAfterFullCollection();

        String growth = String.format(Locale.ROOT, "%+.1f %%", (after * 1.0 / before - 1) * 100);
        Files.writeString(Path.of("target/benchmark-endurance.md"), """
                | minutes | visits | requests that failed | heap after a full collection: before, after | growth |
                | --- | --- | --- | --- | --- |
                | %d | %d | %d | %d MB, %d MB | %s |
                """.formatted(
                        DURATION.toMinutes(), visits.get(), failures.size(), before >> 20, after >> 20, growth));
        assertThat(failures).isEmpty();
        assertThat(after).as("growth of the heap: " + growth).isLessThanOrEqualTo(Math.round(before * GROWTH));
    }

    private void visit(RelyingApplication sentry, long seconds) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(8);
        var unused = clock.scheduleAtFixedRate(
                () -> clock.execute(() -> visit(sentry)), 0, 60_000 / VISITS_PER_MINUTE, TimeUnit.MILLISECONDS);
        TimeUnit.SECONDS.sleep(seconds);
        clock.shutdown();
        if (!clock.awaitTermination(2, TimeUnit.MINUTES)) {
            failures.add("Visits do not end");
        }
    }

    private void visit(RelyingApplication sentry) {
        try (KeepAliveConnection connection = new KeepAliveConnection(server.url())) {
            Visitor visitor = new Visitor(connection);
            String person = "person" + visits.getAndIncrement() % PEOPLE;
            JsonNode tokens = sentry.signIn(connection, visitor, person, TestRealm.PASSWORD);
            for (int i = 0; i < 3; i++) {
                tokens = sentry.refresh(connection, tokens);
                sentry.me(connection, tokens);
                connection.ask(sentry.discoveryRequest()).orFail("discovery");
            }
            sentry.signOut(connection, visitor, sentry.signIn(connection, visitor, person, "the browser is signed in"));
        } catch (IOException | RuntimeException e) {
            failures.add(e.toString());
        }
    }
}
