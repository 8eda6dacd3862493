package com.encvoy.keycloak.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests per second of two requests, in rounds that take turns: whatever else the machine does meets both. */
final class Comparison {

    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private final Load load;
    private final int rounds;
    private final Duration round;

    Comparison(Load load, int rounds, Duration round) {
        this.load = load;
        this.rounds = rounds;
        this.round = round;
    }

    /** @return a row of a table: name, median of both, ratio of each round */
    String row(String name, byte[] own, byte[] ours) {
        load.requestsPerSecond(own, WARM_UP);
        load.requestsPerSecond(ours, WARM_UP);
        List<Double> stock = new ArrayList<>();
        List<Double> pack = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            boolean stockFirst = i % 2 == 0;
            double first = load.requestsPerSecond(stockFirst ? own : ours, round);
            double second = load.requestsPerSecond(stockFirst ? ours : own, round);
            stock.add(stockFirst ? first : second);
            pack.add(stockFirst ? second : first);
            ratios.add(pack.get(i) / stock.get(i));
        }
        ratios.sort(null);
        return "| %s | %.0f | %.0f | %.3f (%.2f–%.2f) |%n".formatted(name, median(stock), median(pack), median(ratios), ratios.get(0),
                ratios.get(rounds - 1));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
