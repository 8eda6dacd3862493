package com.encvoy.keycloak.admin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Sends requests and reads answers of bounded size. Tries again where a server is starting or overloaded. */
final class AdminTransport {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A partial import of some hundred people takes seconds. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /** A page of clients or people is far below; a realm with all its clients is never asked for. */
    private static final int MAX_BYTES = 64 << 20;

    private static final int ATTEMPTS = 6;

    private final URI server;
    private final HttpClient http;
    private final Duration pause;

    /** @param pause before the second attempt; doubled before each further one */
    AdminTransport(URI server, SSLContext trust, Duration pause) {
        this.server = server;
        this.pause = pause;
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build();
    }

    /** @param path below the address of the server */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(LIMIT);
    }

    /** @throws AdminException without an answer, or if the answer is still 503 at the last attempt */
    AdminAnswer send(HttpRequest request) {
        try {
            AdminAnswer answer = attempt(request);
            for (int attempt = 1; answer.status() == AdminAnswer.UNAVAILABLE && attempt < ATTEMPTS; attempt++) {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis() << (attempt - 1));
                answer = attempt(request);
            }
            if (answer.status() == AdminAnswer.UNAVAILABLE) {
                throw AdminException.refused(
                        answer.status(),
                        "The server at " + server + " answers 503 (unavailable): try again when it is ready.");
            }
            return answer;
        } catch (IOException e) {
            throw AdminException.unreachable(
                    "The server at " + server + " does not answer (" + reason(e)
                            + "): is it running, and is the address right?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AdminException.unreachable("Interrupted: run the command again to continue.", e);
        }
    }

    private AdminAnswer attempt(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        String location = response.headers().firstValue("Location").orElse("");
        try (InputStream stream = response.body()) {
            byte[] body = stream.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new IOException("an answer of more than " + (MAX_BYTES >> 20) + " MB");
            }
            return new AdminAnswer(response.statusCode(), JSON.readTree(body), location);
        } catch (JsonProcessingException e) {
            return new AdminAnswer(response.statusCode(), MissingNode.getInstance(), location);
        }
    }

    /** The reason in words that a person understands. */
    private static String reason(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "its name cannot be resolved here";
            }
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
