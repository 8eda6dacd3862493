package com.encvoy.keycloak.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rounds at two providers that take turns: whatever else the machine does meets both. */
final class Interleaved {

    static final String HEAD = """
            | | stock: per second | p50, p99 in ms | pack: per second | p50, p99 in ms | pack ÷ stock: median (min–max) |
            | --- | --- | --- | --- | --- | --- |
            """;

    /** A spread of ratios above which a row is marked. */
    private static final double SPREAD = 0.15;

    private final int rounds;
    private final Duration round;

    Interleaved(int rounds, Duration round) {
        this.rounds = rounds;
        this.round = round;
    }

    /** @return a row of the table */
    String row(Measure measure, Provider stock, Provider pack) {
        for (Provider provider : List.of(stock, pack, stock, pack)) {
            measure.round(provider, round);
        }
        List<Crowd.Round> ofStock = new ArrayList<>();
        List<Crowd.Round> ofPack = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            boolean stockFirst = i % 2 == 0;
            Crowd.Round first = measure.round(stockFirst ? stock : pack, round);
            Crowd.Round second = measure.round(stockFirst ? pack : stock, round);
            ofStock.add(stockFirst ? first : second);
            ofPack.add(stockFirst ? second : first);
            ratios.add(ofPack.get(i).perSecond() / ofStock.get(i).perSecond());
        }
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s |%n", measure.title(), perSecond(ofStock), times(ofStock),
                perSecond(ofPack), times(ofPack), ratio(ratios));
    }

    /** Median and range of ratios, marked with ~ where they are spread widely. */
    static String ratio(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        double median = median(ratios);
        boolean wide = (sorted.get(sorted.size() - 1) - sorted.get(0)) / median > SPREAD;
        return String.format(Locale.ROOT, "%s**%.2f** (%.2f–%.2f)", wide ? "~ " : "", median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private static String perSecond(List<Crowd.Round> rounds) {
        double median = median(rounds.stream().map(Crowd.Round::perSecond).toList());
        return String.format(Locale.ROOT, median < 100 ? "%.1f" : "%.0f", median);
    }

    private static String times(List<Crowd.Round> rounds) {
        return String.format(Locale.ROOT, "%.1f, %.1f", median(rounds.stream().map(round -> round.percentile(0.5)).toList()),
                median(rounds.stream().map(round -> round.percentile(0.99)).toList()));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
