package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * The connection of a person who sends a request that was refused with 503 again, after the seconds that the server has
 * named. Other trouble ends it.
 */
final class PatientConnection implements Sender, AutoCloseable {

    private static final int UNAVAILABLE = 503;

    /** Seconds for a server that names none. */
    private static final long PATIENCE = 5;

    private final KeepAliveConnection connection;
    private final Journal journal;

    PatientConnection(URI server, InetAddress source, Journal journal) throws IOException {
        this.connection = new KeepAliveConnection(server, source);
        this.journal = journal;
    }

    @Override
    public Answer ask(byte[] request) {
        while (true) {
            Answer answer = askOnce(request);
            if (answer.status() != UNAVAILABLE) {
                return answer;
            }
            try {
                TimeUnit.SECONDS.sleep(
                        answer.header("Retry-After").map(Long::parseLong).orElse(PATIENCE));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private Answer askOnce(byte[] request) {
        long begin = System.nanoTime();
        try {
            Answer answer = connection.askOnce(request);
            journal.answered(answer.status() == UNAVAILABLE, answer.header("Retry-After"), System.nanoTime() - begin);
            if (answer.status() > 500 && answer.status() != UNAVAILABLE) {
                throw new IllegalStateException("status " + answer.status());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
