package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * People who come to sign in at a fixed rate, whether or not those before them are done. Each has a connection and an
 * address of their own.
 */
final class Arrivals {

    /** How long people try after the last one has come. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final int STACK = 256 * 1024;

    private final Provider provider;
    private final double perSecond;
    private final int codes;

    /** @param codes each person of this number asks for a code by e-mail; 0 if none does */
    Arrivals(Provider provider, double perSecond, int codes) {
        this.provider = provider;
        this.perSecond = perSecond;
        this.codes = codes;
    }

    /** @param seconds how long people come */
    Journal during(int seconds) throws InterruptedException {
        return come((int) Math.max(1, Math.round(perSecond * seconds)), () -> {});
    }

    /**
     * Returns when all are signed in, or have lost their patience.
     *
     * @param halfway happens when half of the people have come
     */
    Journal come(int people, Runnable halfway) throws InterruptedException {
        Journal journal = new Journal();
        CountDownLatch underWay = new CountDownLatch(people);
        double deadline = people / perSecond + PATIENCE.toSeconds();
        for (int i = 0; i < people; i++) {
            double arrival = i / perSecond;
            TimeUnit.NANOSECONDS.sleep(Math.round((arrival - journal.now()) * 1e9));
            int number = i;
            start(() -> {
                signIn(number, arrival, deadline, journal);
                underWay.countDown();
            });
            if (i == people / 2) {
                start(halfway);
            }
        }
        underWay.await();
        return journal;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(null, task, "person", STACK);
        thread.setDaemon(true);
        thread.start();
    }

    private void signIn(int number, double arrival, double deadline, Journal journal) {
        while (journal.now() < deadline) {
            try (PatientConnection connection = new PatientConnection(provider.server(), address(number), journal)) {
                Visitor visitor = new Visitor(connection);
                if (codes > 0 && number % codes == 0) {
                    visitor.askingForCode();
                }
                provider.signInFirst(connection, visitor, "person" + number);
                journal.completed(arrival);
                return;
            } catch (IOException | RuntimeException e) {
                journal.beganAnew(reason(e));
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 10, (byte) (number / 250), (byte) (number % 250 + 1)});
    }

    /** Without what differs from one person to the next. */
    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage())
                .replaceFirst("https?://\\S+", "…")
                .lines()
                .findFirst()
                .orElse("");
    }
}
