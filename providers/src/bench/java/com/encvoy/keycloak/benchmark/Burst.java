package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * People who come at twice the rate that a server can serve, and people who come at half of it before and after.
 *
 * @param perSecond logins that the server can serve
 * @param before at half the rate
 * @param people at twice the rate
 * @param after at half the rate, as soon as the last of the others is signed in
 * @param ready what the first node has said about its readiness meanwhile
 * @param live the same about its life
 * @param metrics the same for its metrics
 */
record Burst(
        double perSecond, Journal before, Journal people, Journal after, String ready, String live, String metrics) {

    private static final int BEFORE = 15;
    private static final int AFTER = Integer.getInteger("encvoy.benchmark.after", 60);
    private static final int WINDOW = 10;

    /**
     * @param codes each person of this number asks for a code by e-mail; 0 if none does
     * @param halfway happens when half of the people have come
     */
    static Burst of(BurstServer server, Provider provider, double perSecond, int people, int codes, Runnable halfway)
            throws InterruptedException, IOException {
        Arrivals few = new Arrivals(provider, perSecond / 2, codes);
        Journal before = few.during(BEFORE);
        try (Pulse ready = new Pulse(server.management("/health/ready"));
                Pulse live = new Pulse(server.management("/health/live"));
                Pulse metrics = new Pulse(server.management("/metrics"))) {
            Journal many = new Arrivals(provider, perSecond * 2, codes).come(people, halfway);
            return new Burst(
                    perSecond, before, many, few.during(AFTER), ready.toString(), live.toString(), metrics.toString());
        }
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    String rate() {
        return format("%.1f", perSecond);
    }

    String usual() {
        return format("%.2f, %.2f", before.percentile(0.5, login -> true), before.percentile(0.95, login -> true));
    }

    String completed() {
        return format("%d, at %.0f a second", people.logins().size(), perSecond * 2);
    }

    String refused() {
        return format(
                "%d of %d (%.0f %%)",
                people.refusals(), people.requests(), people.refusals() * 100.0 / people.requests());
    }

    String untilRefused() {
        return format("%.0f, %.0f, %.0f", people.refused(0.5), people.refused(0.99), people.refused(1));
    }

    String durations() {
        return format(
                "%.1f, %.1f, %.1f",
                people.percentile(0.5, login -> true),
                people.percentile(0.95, login -> true),
                people.percentile(1, login -> true));
    }

    String begunAnew() {
        return people.begunAnew().isEmpty()
                ? "0"
                : people.begunAnew().entrySet().stream()
                        .map(reason -> begunAnew(reason.getKey(), reason.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String begunAnew(String reason, Collection<Double> moments) {
        DoubleSummaryStatistics seconds = moments.stream().collect(Collectors.summarizingDouble(moment -> moment));
        return format("%d (%s) in seconds %.0f–%.0f", seconds.getCount(), reason, seconds.getMin(), seconds.getMax());
    }

    String halfway() {
        return format("%.0f", arrivals() / 2);
    }

    private double arrivals() {
        return people.logins().stream()
                .mapToDouble(Journal.Login::arrived)
                .max()
                .orElse(0);
    }

    String backlog() {
        return format("%.0f", people.end() - arrivals());
    }

    String afterwards() {
        return IntStream.range(0, AFTER / WINDOW)
                .mapToObj(window ->
                        format("%.2f", after.percentile(0.95, login -> (int) (login.arrived() / WINDOW) == window)))
                .collect(Collectors.joining(", "));
    }
}
