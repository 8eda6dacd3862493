package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;

/**
 * Whole logins and single endpoints, in a {@link StockRealm} on a stock server and in the realm of the pack: with
 * access tokens that both sign alike, and with those that the pack ships. Both servers run side by side, with the same
 * options of the Java VM, in interleaved rounds. The system property {@code encvoy.benchmark.native} chooses whether
 * the pack has its native JAR.
 */
class RealmsBenchmark {

    private static final String HEAD = """
            | | stock: per second | p50, p99 in ms | pack, signing alike: per second | p50, p99 in ms | \
            pack ÷ stock: median (min–max) | pack, HS256 access tokens: per second | pack ÷ stock |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    @Test
    void compare() throws Exception {
        try (Postgres postgres = new Postgres();
                BenchmarkServer plain = Realms.started(postgres, "plain", false);
                BenchmarkServer shipped = Realms.started(postgres, "shipped", true)) {
            List<Provider> sides = List.of(Realms.stock(plain), Realms.alike(shipped), Realms.pack(shipped));
            Realms.warmUp(sides.toArray(Provider[]::new));
            Interleaved rounds = Interleaved.ofServers();
            String name = Edition.isNative() ? "benchmark-realms.md" : "benchmark-realms-java.md";
            StringBuilder table = new StringBuilder(Machine.description(postgres, rounds.description())).append(HEAD);
            for (Measure measure : measures()) {
                table.append(row(measure, rounds, sides));
                Files.writeString(Path.of("target", name), table);
            }
        }
    }

    private static String row(Measure measure, Interleaved rounds, List<Provider> sides) {
        List<List<VirtualUsers.Round>> results = rounds.measure(sides.stream()
                .map(provider -> Interleaved.side(measure, provider))
                .toList());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s |%n",
                measure.title(),
                perSecond(results.get(0)),
                Interleaved.times(results.get(0)),
                perSecond(results.get(1)),
                Interleaved.times(results.get(1)),
                Interleaved.ratio(ratios(results.get(0), results.get(1))),
                perSecond(results.get(2)),
                Interleaved.ratio(ratios(results.get(0), results.get(2))));
    }

    private static String perSecond(List<VirtualUsers.Round> rounds) {
        return Interleaved.perSecond(Interleaved.medianPerSecond(rounds));
    }

    private static List<Double> ratios(List<VirtualUsers.Round> stock, List<VirtualUsers.Round> pack) {
        return IntStream.range(0, stock.size())
                .mapToObj(
                        round -> pack.get(round).perSecond() / stock.get(round).perSecond())
                .toList();
    }

    private static List<Measure> measures() {
        String wanted = System.getProperty("encvoy.benchmark.measures", ".*");
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.name().matches(wanted))
                .toList();
    }
}
