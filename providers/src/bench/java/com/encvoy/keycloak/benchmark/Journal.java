package com.encvoy.keycloak.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** What happened to people who signed in. */
final class Journal {

    /**
     * A login that was completed.
     *
     * @param arrived when the person came, in seconds after the first one
     * @param seconds from then to the end
     */
    record Login(double arrived, double seconds) {

        double ended() {
            return arrived + seconds;
        }
    }

    private final long start = System.nanoTime();
    private final Queue<Login> logins = new ConcurrentLinkedQueue<>();
    private final Queue<Double> refusals = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Double>> begunAnew = new ConcurrentHashMap<>();
    private final LongAdder requests = new LongAdder();
    private final LongAdder withoutRetryAfter = new LongAdder();

    void answered(boolean refused, Optional<String> retryAfter, long nanoseconds) {
        requests.increment();
        if (refused) {
            refusals.add(nanoseconds / 1e6);
            if (retryAfter.isEmpty()) {
                withoutRetryAfter.increment();
            }
        }
    }

    /** Seconds since the first arrival. */
    double now() {
        return (System.nanoTime() - start) / 1e9;
    }

    void completed(double arrived) {
        logins.add(new Login(arrived, now() - arrived));
    }

    void beganAnew(String reason) {
        begunAnew
                .computeIfAbsent(reason, first -> new ConcurrentLinkedQueue<>())
                .add(now());
    }

    Collection<Login> logins() {
        return logins;
    }

    /** A share of the durations of logins, in seconds. */
    double percentile(double share, Predicate<Login> which) {
        return percentile(logins.stream().filter(which).map(Login::seconds).toList(), share);
    }

    /** A share of the durations until a refusal, in milliseconds. */
    double refused(double share) {
        return percentile(refusals, share);
    }

    private static double percentile(Collection<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }

    /** When the last login ended, in seconds after the first arrival. */
    double end() {
        return logins.stream().mapToDouble(Login::ended).max().orElse(Double.NaN);
    }

    long requests() {
        return requests.sum();
    }

    int refusals() {
        return refusals.size();
    }

    long withoutRetryAfter() {
        return withoutRetryAfter.sum();
    }

    /** When logins were begun anew, in seconds after the first arrival, by reason. */
    Map<String, Queue<Double>> begunAnew() {
        return begunAnew;
    }
}
