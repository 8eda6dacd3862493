package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/**
 * A stock Keycloak with its own defaults beside one with the pack and the options of the Java VM that the image and
 * docker/run ship; of one without the native JAR, only the start is measured. Each is started several times: the speed
 * of a password hash differs from one start to the next.
 */
class DefaultsBenchmark {

    private static final int STARTS = Integer.getInteger("encvoy.benchmark.starts", 7);

    private static final List<Edition> MEASURED_IN_FULL = List.of(Edition.STOCK, Edition.PACK);

    private static final Duration ROUND = Duration.ofSeconds(10);

    private enum Quantity {
        DEVELOPMENT_START(
                "start in development mode, with the import of a realm, to the first answer of its discovery, s"),
        START("start in production mode to the first answer of discovery, s"),
        LOGINS("logins with password per second"),
        RESIDENT("resident memory after the logins, MB");

        private final String title;

        Quantity(String title) {
            this.title = title;
        }
    }

    private final Map<Edition, Map<Quantity, List<Double>>> results = new EnumMap<>(Edition.class);

    @Test
    void compare() throws Exception {
        String description;
        try (Postgres postgres = new Postgres()) {
            description = Machine.description(
                    postgres, "%d starts of each, and as many more in production mode".formatted(STARTS));
            for (Edition edition : Edition.values()) {
                // The first start of each builds the server and creates its tables; it is not measured.
                create(postgres, edition);
            }
            for (int i = 0; i < STARTS; i++) {
                for (Edition edition : inTurn(i, MEASURED_IN_FULL)) {
                    measure(postgres, edition);
                }
                // On a shared machine, the time of a start varies by a third.
                for (Edition edition : inTurn(i, List.of(Edition.values()))) {
                    start(postgres, edition);
                }
            }
        }
        Files.writeString(
                Path.of("target/benchmark-defaults.md"),
                description + """
                | median (min–max) | stock, its own defaults | pack, as shipped | pack ÷ stock \
                | pack, without the native JAR | pack ÷ stock |
                | --- | --- | --- | --- | --- | --- |
                """ + Stream.of(Quantity.values()).map(this::row).collect(Collectors.joining()));
    }

    /** Another edition begins each time. */
    private static List<Edition> inTurn(int turn, List<Edition> editions) {
        List<Edition> rotated = new ArrayList<>(editions);
        Collections.rotate(rotated, turn);
        return rotated;
    }

    private String row(Quantity quantity) {
        List<Double> stock = values(Edition.STOCK, quantity);
        List<Double> pack = values(Edition.PACK, quantity);
        List<Double> java = values(Edition.PACK_WITHOUT_NATIVE, quantity);
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        quantity.title,
                        Interleaved.range(stock),
                        Interleaved.range(pack),
                        Interleaved.ofMedians(stock, pack),
                        java.isEmpty() ? "–" : Interleaved.range(java),
                        java.isEmpty() ? "–" : Interleaved.ofMedians(stock, java));
    }

    private void create(Postgres postgres, Edition edition) {
        if (MEASURED_IN_FULL.contains(edition)) {
            var unused = DevelopmentServer.start(edition.hasPack());
        }
        postgres.create(edition.database());
        try (BenchmarkServer server = server(postgres, edition)) {
            start(server, edition);
            Realms.fill(server, edition.hasPack());
        }
    }

    private void measure(Postgres postgres, Edition edition) throws IOException {
        add(edition, Quantity.DEVELOPMENT_START, DevelopmentServer.start(edition.hasPack()) / 1000.0);
        try (BenchmarkServer server = server(postgres, edition)) {
            add(edition, Quantity.START, start(server, edition));
            Provider provider = edition.hasPack() ? Realms.pack(server) : Realms.stock(server);
            Realms.warmUp(provider);
            add(edition, Quantity.LOGINS, Measure.LOGIN.round(provider, ROUND).perSecond());
            add(edition, Quantity.RESIDENT, server.residentSetSize() / 1048576.0);
        }
    }

    private void start(Postgres postgres, Edition edition) {
        try (BenchmarkServer server = server(postgres, edition)) {
            add(edition, Quantity.START, start(server, edition));
        }
    }

    private static BenchmarkServer server(Postgres postgres, Edition edition) {
        return new BenchmarkServer(edition.database(), postgres, edition, BenchmarkServer.defaults(edition.hasPack()));
    }

    /** Seconds until it answers. */
    private static double start(BenchmarkServer server, Edition edition) {
        return server.start((edition.hasPack() ? "/api/oidc" : "/realms/master") + "/.well-known/openid-configuration")
                / 1000.0;
    }

    private void add(Edition edition, Quantity quantity, double value) {
        values(edition, quantity).add(value);
    }

    private List<Double> values(Edition edition, Quantity quantity) {
        return results.computeIfAbsent(edition, key -> new EnumMap<>(Quantity.class))
                .computeIfAbsent(quantity, key -> new ArrayList<>());
    }
}
