package com.encvoy.keycloak.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Interleaved rounds at two providers, so that other load on the machine affects both. */
final class Interleaved {

    /** The head of the table. */
    static String head(String other) {
        return String.format(
                "| | %s: per second | p50, p99 in ms | pack: per second | p50, p99 in ms | pack ÷ %s: median "
                        + "(min–max) |%n| --- | --- | --- | --- | --- | --- |%n",
                other, other);
    }

    /** A spread of ratios above which a row is marked. */
    private static final double SPREAD = 0.15;

    private final int rounds;
    private final Duration round;
    private final Duration warmUp;

    /**
     * @param warmUp time that each provider runs a measure before results are recorded: the compiler of the Java VM
     *     takes its time for each
     */
    Interleaved(int rounds, Duration round, Duration warmUp) {
        this.rounds = rounds;
        this.round = round;
        this.warmUp = warmUp;
    }

    /** For servers that are warmed up for every measure: the given number of rounds of the usual length. */
    static Interleaved ofServers() {
        return new Interleaved(
                Integer.getInteger("encvoy.benchmark.rounds", 7), Duration.ofSeconds(4), Duration.ofSeconds(20));
    }

    /** The results, in the order of the rounds. */
    record Result(List<VirtualUsers.Round> stock, List<VirtualUsers.Round> pack) {

        double stockPerSecond() {
            return medianPerSecond(stock);
        }

        double packPerSecond() {
            return medianPerSecond(pack);
        }

        List<Double> ratios() {
            return IntStream.range(0, pack.size())
                    .mapToObj(i -> pack.get(i).perSecond() / stock.get(i).perSecond())
                    .toList();
        }
    }

    Result measure(Measure measure, Provider stock, Provider pack) {
        return measure(side(measure, stock), side(measure, pack));
    }

    static Function<Duration, VirtualUsers.Round> side(Measure measure, Provider provider) {
        return duration -> measure.round(provider, duration);
    }

    /** How the rounds were made. */
    String description() {
        return rounds + " rounds of " + round.toSeconds() + " s a side, interleaved, after " + warmUp.toSeconds()
                + " s of warm-up; ~ marks a spread of more than " + Math.round(SPREAD * 100) + " %";
    }

    Result measure(Function<Duration, VirtualUsers.Round> stock, Function<Duration, VirtualUsers.Round> pack) {
        List<List<VirtualUsers.Round>> results = measure(List.of(stock, pack));
        return new Result(results.get(0), results.get(1));
    }

    /** The rounds of each side; another side begins each time. */
    List<List<VirtualUsers.Round>> measure(List<Function<Duration, VirtualUsers.Round>> sides) {
        sides.forEach(this::warmUp);
        List<List<VirtualUsers.Round>> results = sides.stream()
                .<List<VirtualUsers.Round>>map(side -> new ArrayList<>())
                .toList();
        for (int i = 0; i < rounds; i++) {
            for (int j = 0; j < sides.size(); j++) {
                int side = (i + j) % sides.size();
                results.get(side).add(sides.get(side).apply(round));
            }
        }
        return results;
    }

    /** Some measures end earlier than requested. */
    private void warmUp(Function<Duration, VirtualUsers.Round> side) {
        long begin = System.nanoTime();
        do {
            var unused = side.apply(warmUp);
        } while (System.nanoTime() - begin < warmUp.toNanos());
    }

    /** @return a row of the table */
    String row(Measure measure, Provider stock, Provider pack) {
        Result result = measure(measure, stock, pack);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |%n",
                measure.title(),
                perSecond(result.stockPerSecond()),
                times(result.stock()),
                perSecond(result.packPerSecond()),
                times(result.pack()),
                ratio(result.ratios()));
    }

    /** Median and range of ratios, marked with ~ if they are spread widely. */
    static String ratio(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        double median = median(ratios);
        boolean wide = (sorted.get(sorted.size() - 1) - sorted.get(0)) / median > SPREAD;
        return String.format(
                Locale.ROOT,
                "%s**%.2f** (%.2f–%.2f)",
                wide ? "~ " : "",
                median,
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    static String perSecond(double median) {
        return String.format(Locale.ROOT, median < 100 ? "%.1f" : "%.0f", median);
    }

    static double medianPerSecond(List<VirtualUsers.Round> rounds) {
        return median(rounds.stream().map(VirtualUsers.Round::perSecond).toList());
    }

    static String times(List<VirtualUsers.Round> rounds) {
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f",
                median(rounds.stream().map(round -> round.percentile(0.5)).toList()),
                median(rounds.stream().map(round -> round.percentile(0.99)).toList()));
    }

    /** Median and range. */
    static String range(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.1f (%.1f–%.1f)", median(values), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** The ratio of the medians. */
    static String ofMedians(List<Double> stock, List<Double> pack) {
        return String.format(Locale.ROOT, "**%.2f**", median(pack) / median(stock));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
