package com.encvoy.keycloak.movein;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Reports the progress of long operations on standard error, every few seconds. */
final class Progress implements LongConsumer {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter out;
    private final String what;
    private final long total;
    private final long begun = System.nanoTime();
    private long told = begun;

    /** @param total 0 if it is not known */
    Progress(PrintWriter out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    @Override
    public void accept(long done) {
        long now = System.nanoTime();
        if (now - told >= INTERVAL) {
            told = now;
            long minute = done * TimeUnit.MINUTES.toNanos(1) / (now - begun);
            out.println(what + ": " + done + (total == 0 ? "" : " of " + total) + " (" + minute + " a minute)");
            out.flush();
        }
    }
}
