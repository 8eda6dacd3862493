package com.encvoy.keycloak.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.encvoy.keycloak.server.Postgres;

/**
 * The cost of a change of the pack: an earlier version and this one, both as shipped, in interleaved rounds. The
 * property {@code encvoy.benchmark.before} names a checkout of the earlier version in which {@code ./mvnw package} was
 * run.
 */
@EnabledIfSystemProperty(
        named = "encvoy.benchmark.before",
        matches = ".+",
        disabledReason = "no earlier version is named")
class UpgradeBenchmark {

    /** The 95 % quantile of a normal distribution, two-sided. */
    private static final double QUANTILE = 1.96;

    @Test
    void compare() throws Exception {
        Path earlier = Path.of(System.getProperty("encvoy.benchmark.before")).toAbsolutePath();
        try (Postgres postgres = new Postgres()) {
            postgres.create("earlier");
            try (BenchmarkServer old = BenchmarkServer.ofEarlier(earlier, "earlier", postgres);
                    BenchmarkServer shipped = Realms.started(postgres, "shipped", true)) {
                old.start("/realms/master");
                Realms.fill(old, true);
                Provider before = Realms.pack(old);
                Provider after = Realms.pack(shipped);
                Realms.warmUp(before, after);
                Interleaved rounds = Interleaved.ofServers();
                StringBuilder table = new StringBuilder(
                        "| | before: per second | after: per second | after ÷ before: mean (95 %) |\n| --- | --- "
                                + "| --- | --- |\n");
                for (Measure measure : measures()) {
                    Interleaved.Result result = rounds.measure(measure, before, after);
                    table.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s | %s |%n",
                            measure.title(),
                            Interleaved.perSecond(result.stockPerSecond()),
                            Interleaved.perSecond(result.packPerSecond()),
                            interval(result.ratios())));
                    Files.writeString(Path.of("target/benchmark-upgrade.md"), table);
                }
            }
        }
    }

    private static List<Measure> measures() {
        String wanted = System.getProperty("encvoy.benchmark.measures", ".*");
        return Stream.of(
                        Measure.LOGIN,
                        Measure.REFRESH,
                        Measure.SILENT_LOGIN,
                        Measure.CODE_EXCHANGE,
                        Measure.ME,
                        Measure.INTROSPECTION)
                .filter(measure -> measure.name().matches(wanted))
                .toList();
    }

    private static String interval(List<Double> ratios) {
        double mean = ratios.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double variance = ratios.stream()
                        .mapToDouble(ratio -> (ratio - mean) * (ratio - mean))
                        .sum()
                / (ratios.size() - 1);
        double half = QUANTILE * Math.sqrt(variance / ratios.size());
        return String.format(Locale.ROOT, "**%.3f** (%.3f to %.3f)", mean, mean - half, mean + half);
    }
}
