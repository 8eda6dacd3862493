package com.encvoy.keycloak.movein.realm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Sends a few requests at a time, while the next ones are prepared. Stops at the first error. */
final class Workers implements AutoCloseable {

    private static final int AT_A_TIME = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    private final Semaphore waiting = new Semaphore(2 * AT_A_TIME);
    private final AtomicReference<RuntimeException> error = new AtomicReference<>();

    /** Waits while enough requests are in progress. */
    void submit(Runnable task) {
        check();
        waiting.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                if (error.get() == null) {
                    task.run();
                }
            } catch (RuntimeException e) {
                error.compareAndSet(null, e);
            } finally {
                waiting.release();
            }
        });
    }

    /** Waits until everything is done. */
    void finish() {
        waiting.acquireUninterruptibly(2 * AT_A_TIME);
        waiting.release(2 * AT_A_TIME);
        check();
    }

    private void check() {
        RuntimeException first = error.get();
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
