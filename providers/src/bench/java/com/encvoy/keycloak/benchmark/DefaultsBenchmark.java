package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/**
 * A stock Keycloak with its own defaults beside one with the pack and the options of the Java VM that the image and
 * docker/run ship. Each is started several times: the speed of a password hash differs from one start to the next.
 */
class DefaultsBenchmark {

    private static final int STARTS = Integer.getInteger("encvoy.benchmark.starts", 7);

    /**
     * Additional starts of each in production mode, per start that is measured in full: on a shared machine, the time
     * of a start varies by a third.
     */
    private static final int SHORT_STARTS = 2;

    private static final Duration ROUND = Duration.ofSeconds(10);

    private enum Quantity {
        DEVELOPMENT_START(
                "start in development mode, with the import of a realm, to the first answer of its discovery, s"),
        START("start in production mode to the first answer of discovery, s"),
        LOGINS("logins with password per second"),
        RESIDENT("resident memory after the logins, MB"),
        HEAP("heap after a full collection, MB");

        private final String title;

        Quantity(String title) {
            this.title = title;
        }
    }

    @Test
    void compare() throws Exception {
        Map<Quantity, List<Double>> stock = new EnumMap<>(Quantity.class);
        Map<Quantity, List<Double>> pack = new EnumMap<>(Quantity.class);
        String description;
        try (Postgres postgres = new Postgres()) {
            description = Machine.description(
                    postgres,
                    "%d starts of each, and %d more in production mode".formatted(STARTS, STARTS * SHORT_STARTS));
            for (int i = 0; i <= STARTS; i++) {
                // The first start of each creates its tables and is not measured.
                measure(postgres, false, i == 0, stock);
                measure(postgres, true, i == 0, pack);
                for (int j = 0; i > 0 && j < SHORT_STARTS; j++) {
                    boolean packFirst = (i + j) % 2 == 1;
                    start(postgres, packFirst, packFirst ? pack : stock);
                    start(postgres, !packFirst, packFirst ? stock : pack);
                }
            }
        }
        StringBuilder table = new StringBuilder(description).append("""
                | | stock, its own defaults: median (min–max) | pack, as shipped: median (min–max) | pack ÷ stock |
                | --- | --- | --- | --- |
                """);
        for (Quantity quantity : Quantity.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | **%.2f** |%n",
                    quantity.title,
                    Interleaved.range(stock.get(quantity)),
                    Interleaved.range(pack.get(quantity)),
                    Interleaved.median(pack.get(quantity)) / Interleaved.median(stock.get(quantity))));
        }
        Files.writeString(Path.of("target/benchmark-defaults.md"), table);
    }

    private static void measure(Postgres postgres, boolean withPack, boolean first, Map<Quantity, List<Double>> results)
            throws IOException {
        if (first) {
            postgres.create(name(withPack));
        }
        double development = DevelopmentServer.start(withPack) / 1000.0;
        try (BenchmarkServer server = server(postgres, withPack)) {
            double start = start(server, withPack);
            if (first) {
                Realms.fill(server, withPack);
                return;
            }
            Provider provider = withPack ? Realms.pack(server) : Realms.stock(server);
            Realms.warmUp(provider);
            add(results, Quantity.DEVELOPMENT_START, development);
            add(results, Quantity.START, start);
            add(results, Quantity.LOGINS, Measure.LOGIN.round(provider, ROUND).perSecond());
            add(results, Quantity.RESIDENT, server.residentSetSize() / 1048576.0);
            add(results, Quantity.HEAP, server.heapAfterFullCollection() / 1048576.0);
        }
    }

    private static void start(Postgres postgres, boolean withPack, Map<Quantity, List<Double>> results) {
        try (BenchmarkServer server = server(postgres, withPack)) {
            add(results, Quantity.START, start(server, withPack));
        }
    }

    private static BenchmarkServer server(Postgres postgres, boolean withPack) {
        return new BenchmarkServer(name(withPack), postgres, withPack, BenchmarkServer.defaults(withPack));
    }

    private static String name(boolean withPack) {
        return withPack ? "shipped" : "plain";
    }

    /** Seconds until it answers. */
    private static double start(BenchmarkServer server, boolean withPack) {
        return server.start((withPack ? "/api/oidc" : "/realms/master") + "/.well-known/openid-configuration") / 1000.0;
    }

    private static void add(Map<Quantity, List<Double>> results, Quantity quantity, double value) {
        results.computeIfAbsent(quantity, key -> new ArrayList<>()).add(value);
    }
}
