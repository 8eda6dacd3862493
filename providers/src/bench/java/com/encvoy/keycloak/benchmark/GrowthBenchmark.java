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
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestRealm;

/**
 * The speed that is lost when a realm grows, from ten people to a hundred thousand and from one application to ten
 * thousand, compared with the loss of stock Keycloak.
 */
class GrowthBenchmark {

    private static final int FEW = 10;
    private static final int MANY = 100_000;
    private static final int APPLICATIONS = 10_000;
    private static final List<Measure> MEASURES = List.of(
            Measure.LOGIN,
            Measure.SILENT_LOGIN,
            Measure.CODE_EXCHANGE,
            Measure.REFRESH,
            Measure.ME,
            Measure.INTROSPECTION);

    /**
     * The compiler of the Java VM takes its time for each measure; without this warm-up, its progress would hide the
     * loss.
     */
    private final Interleaved warmUp = new Interleaved(
            1, Duration.ofSeconds(2), Duration.ofSeconds(Integer.getInteger("encvoy.benchmark.warm-up", 30)));

    private final Interleaved rounds = new Interleaved(
            Integer.getInteger("encvoy.benchmark.rounds", 7), Duration.ofSeconds(2), Duration.ofSeconds(2));
    private final Map<Measure, List<Interleaved.Result>> results = new EnumMap<>(Measure.class);

    @Test
    void compare() throws Exception {
        String description;
        try (Postgres postgres = new Postgres();
                BenchmarkServer plain = Realms.started(postgres, "plain", false, FEW);
                BenchmarkServer shipped = Realms.started(postgres, "shipped", true, FEW)) {
            description = Machine.description(postgres, rounds.description());
            measure(warmUp, plain, shipped, FEW);
            results.clear();
            measure(rounds, plain, shipped, FEW);
            new Population(postgres, "plain", "stock").grow(FEW, MANY);
            new Population(postgres, "shipped", "encvoy").grow(FEW, MANY);
            measure(rounds, plain, shipped, MANY);
            for (int i = 1; i < APPLICATIONS; i++) {
                TestRealm.of(plain, "stock")
                        .application("application" + i, Provider.PASSWORD, RelyingApplication.REDIRECT_URI);
                TestRealm.of(shipped, "encvoy")
                        .application("application" + i, Provider.PASSWORD, RelyingApplication.REDIRECT_URI);
            }
            measure(rounds, plain, shipped, MANY);
        }
        Files.writeString(Path.of("target/benchmark-growth.md"), description + table());
    }

    private void measure(Interleaved turns, BenchmarkServer plain, BenchmarkServer shipped, int people)
            throws IOException {
        Provider stock = Realms.stock(plain, people);
        Provider pack = Realms.pack(shipped, people);
        for (Measure measure : MEASURES) {
            results.computeIfAbsent(measure, first -> new ArrayList<>()).add(turns.measure(measure, stock, pack));
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "| | stock: per second | pack: per second | %d to %,d people: stock, pack"
                        + " | 1 to %,d applications: stock, pack |%n| --- | --- | --- | --- | --- |%n",
                FEW,
                MANY,
                APPLICATIONS));
        results.forEach((measure, stages) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                measure.title(),
                line(stages, Interleaved.Result::stockPerSecond),
                line(stages, Interleaved.Result::packPerSecond),
                kept(stages.get(0), stages.get(1)),
                kept(stages.get(1), stages.get(2)))));
        return table.toString();
    }

    private static String kept(Interleaved.Result before, Interleaved.Result after) {
        return String.format(
                Locale.ROOT,
                "%.2f, **%.2f**",
                after.stockPerSecond() / before.stockPerSecond(),
                after.packPerSecond() / before.packPerSecond());
    }

    private static String line(List<Interleaved.Result> stages, ToDoubleFunction<Interleaved.Result> value) {
        return stages.stream()
                .map(stage -> Interleaved.perSecond(value.applyAsDouble(stage)))
                .collect(Collectors.joining(", "));
    }
}
