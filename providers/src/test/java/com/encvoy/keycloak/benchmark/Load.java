package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop of virtual users, each on a connection that is kept alive, each asking again as soon as it is answered. */
final class Load {

    private static final int USERS = 4;

    private final URI server;

    Load(URI server) {
        this.server = server;
    }

    double requestsPerSecond(byte[] request, Duration duration) {
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try {
            long start = System.nanoTime();
            int answered = 0;
            Callable<Integer> loop = () -> repeat(request, start + duration.toNanos());
            for (Future<Integer> user : threads.invokeAll(Collections.nCopies(USERS, loop))) {
                answered += user.get();
            }
            return answered / ((System.nanoTime() - start) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private int repeat(byte[] request, long end) throws IOException {
        int answered = 0;
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            while (System.nanoTime() < end) {
                int status = connection.send(request);
                if (status != 200) {
                    throw new IllegalStateException("The server answered " + status);
                }
                answered++;
            }
        }
        return answered;
    }
}
