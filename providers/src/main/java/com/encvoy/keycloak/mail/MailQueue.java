package com.encvoy.keycloak.mail;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The mails of this node that are being sent, or wait for one of the few threads that send them. Their number is
 * limited: while a mail server accepts connections and stays silent, each mail takes a thread ten seconds, and the
 * queue of Keycloak's executor has no end.
 */
final class MailQueue {

    /** Some 30 MB of the heap, and five minutes of work at 100 ms a mail. */
    static final int LIMIT = 10_000;

    private final AtomicInteger mails = new AtomicInteger();

    /** @throws RejectedExecutionException if there are too many mails, or the server is stopping */
    void add(Executor executor, Runnable job) {
        if (mails.incrementAndGet() > LIMIT) {
            mails.decrementAndGet();
            throw new RejectedExecutionException("There are " + LIMIT + " mails to send already");
        }
        try {
            executor.execute(() -> send(job));
        } catch (RejectedExecutionException e) {
            mails.decrementAndGet();
            throw e;
        }
    }

    private void send(Runnable job) {
        try {
            job.run();
        } finally {
            mails.decrementAndGet();
        }
    }
}
