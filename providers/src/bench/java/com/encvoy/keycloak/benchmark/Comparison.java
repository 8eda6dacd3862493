package com.encvoy.keycloak.benchmark;

import java.time.Duration;
import java.util.List;

/** Requests per second of two requests, in interleaved rounds, so that other load on the machine affects both. */
final class Comparison {

    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private final VirtualUsers crowd;
    private final int rounds;
    private final Duration round;

    Comparison(VirtualUsers crowd, int rounds, Duration round) {
        this.crowd = crowd;
        this.rounds = rounds;
        this.round = round;
    }

    /** @return a row of a table: name, median of both, ratio of each round */
    String row(String name, byte[] own, byte[] ours) {
        Interleaved.Result result = new Interleaved(rounds, round, WARM_UP)
                .measure(duration -> crowd.repeating(own, duration), duration -> crowd.repeating(ours, duration));
        List<Double> ratios = result.ratios().stream().sorted().toList();
        return "| %s | %.0f | %.0f | %.3f (%.2f–%.2f) |%n"
                .formatted(
                        name,
                        result.stockPerSecond(),
                        result.packPerSecond(),
                        Interleaved.median(ratios),
                        ratios.get(0),
                        ratios.get(rounds - 1));
    }
}
