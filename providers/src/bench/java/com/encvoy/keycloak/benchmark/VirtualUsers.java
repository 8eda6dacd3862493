package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A closed loop of virtual users at one server, each on a connection that is kept alive, each of which starts again as
 * soon as it is done.
 */
final class VirtualUsers {

    static final int USERS = 4;

    /** The task that one virtual user repeats. */
    @FunctionalInterface
    interface Task {

        void run(KeepAliveConnection connection, int user, int turn) throws IOException;
    }

    /**
     * The result of a round.
     *
     * @param perSecond tasks per second of all users
     * @param milliseconds how long each task took, sorted
     */
    record Round(double perSecond, List<Double> milliseconds) {

        double percentile(double share) {
            return milliseconds.get((int) Math.min(milliseconds.size() - 1, Math.floor(milliseconds.size() * share)));
        }
    }

    private final URI server;
    private final int users;

    VirtualUsers(URI server) {
        this(server, USERS);
    }

    VirtualUsers(Provider provider) {
        this(provider.server());
    }

    /** @param users how many at once */
    VirtualUsers(URI server, int users) {
        this.server = server;
        this.users = users;
    }

    /** Sends the same request for some time; each answer must be 200. */
    Round repeating(byte[] request, Duration duration) {
        return during(duration, (connection, user, turn) -> {
            int status = connection.send(request);
            if (status != 200) {
                throw new IllegalStateException("The server answered " + status);
            }
        });
    }

    /** Repeats the task for some time. */
    Round during(Duration duration, Task task) {
        long end = System.nanoTime() + duration.toNanos();
        return run(Integer.MAX_VALUE, end, task);
    }

    /** Does a number of tasks per user. */
    Round times(int turns, Task task) {
        return run(turns, Long.MAX_VALUE, task);
    }

    private Round run(int turns, long end, Task task) {
        ExecutorService threads = Executors.newFixedThreadPool(users);
        try {
            long start = System.nanoTime();
            List<Future<List<Double>>> loops = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                int user = i;
                loops.add(threads.submit(() -> loop(user, turns, end, task)));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> loop : loops) {
                all.addAll(loop.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            all.sort(null);
            return new Round(all.size() / seconds, all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private List<Double> loop(int user, int turns, long end, Task task) throws IOException {
        List<Double> milliseconds = new ArrayList<>();
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            for (int turn = 0; turn < turns && System.nanoTime() < end; turn++) {
                long begin = System.nanoTime();
                task.run(connection, user, turn);
                milliseconds.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return milliseconds;
    }
}
