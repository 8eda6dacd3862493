package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.encvoy.keycloak.command.UserError;

/** The running Keycloak: a child process that ends with the command. */
final class Server implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final long STOP_LIMIT_SECONDS = 20;

    /** 128 + SIGINT and 128 + SIGTERM: not a failure, the user stopped it. */
    private static final List<Integer> STOPPED = List.of(130, 143);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI discovery;
    private final ServerLog log;

    private Server(Process process, URI url, ServerLog log) {
        this.process = process;
        this.log = log;
        this.discovery = URI.create(url + "/api/oidc/.well-known/openid-configuration");
    }

    /** @param url address of the server, without a trailing slash */
    static Server start(ProcessBuilder command, URI url, ServerLog log) throws IOException {
        Server server = new Server(command.redirectErrorStream(true).start(), url, log);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-keycloak"));
        log.follow(server.process.getInputStream());
        return server;
    }

    /**
     * @return false if Keycloak was stopped in the meantime
     * @throws UserError if it ended by itself, or is still not ready after {@link #START_LIMIT}
     */
    boolean awaitReady() throws InterruptedException {
        long start = System.nanoTime();
        while (!isReady()) {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                if (STOPPED.contains(process.exitValue())) {
                    return false;
                }
                throw new UserError(
                        "Keycloak ended before it was ready (exit code " + process.exitValue() + "). " + log.end());
            }
            if (System.nanoTime() - start > START_LIMIT.toNanos()) {
                throw new UserError("Keycloak did not answer at " + discovery + " within " + START_LIMIT.toMinutes()
                        + " minutes: see its log, " + log.file() + ".");
            }
        }
        return true;
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(discovery).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * @return the exit code of Keycloak
     * @throws UserError if it failed
     */
    int awaitEnd() throws InterruptedException {
        int exitCode = process.waitFor();
        if (exitCode != 0 && !STOPPED.contains(exitCode)) {
            throw new UserError("Keycloak ended (exit code " + exitCode + "). " + log.end());
        }
        return exitCode;
    }

    /** Stops the start script and the processes that it started. */
    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, STOP_LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
