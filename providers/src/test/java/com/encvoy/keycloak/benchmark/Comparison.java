package com.encvoy.keycloak.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests per second of two requests, in rounds that take turns: whatever else the machine does meets both. */
final class Comparison {

    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private final Crowd crowd;
    private final int rounds;
    private final Duration round;

    Comparison(Crowd crowd, int rounds, Duration round) {
        this.crowd = crowd;
        this.rounds = rounds;
        this.round = round;
    }

    /** @return a row of a table: name, median of both, ratio of each round */
    String row(String name, byte[] own, byte[] ours) {
        crowd.repeating(own, WARM_UP);
        crowd.repeating(ours, WARM_UP);
        List<Double> stock = new ArrayList<>();
        List<Double> pack = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            boolean stockFirst = i % 2 == 0;
            double first = crowd.repeating(stockFirst ? own : ours, round).perSecond();
            double second = crowd.repeating(stockFirst ? ours : own, round).perSecond();
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
