package com.encvoy.keycloak.check;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Sends requests like those of Sentry. */
final class Requests {

    /** Sentry's timeout for discovery. */
    static final Duration DISCOVERY_LIMIT = Duration.ofSeconds(2);

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient following;
    private final HttpClient staying;

    Requests(SSLContext trust) {
        HttpClient.Builder client = HttpClient.newBuilder().sslContext(trust).version(HttpClient.Version.HTTP_1_1);
        following = client.followRedirects(Redirect.NORMAL).build();
        staying = client.followRedirects(Redirect.NEVER).build();
    }

    HttpResponse<String> discover(URI document) throws IOException, InterruptedException {
        return send(following, HttpRequest.newBuilder(document), DISCOVERY_LIMIT);
    }

    /** Does not follow redirects. */
    HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(staying, request, LIMIT);
    }

    /** Does not follow redirects. */
    HttpResponse<String> post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return send(
                staying,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form))),
                LIMIT);
    }

    /** Limits the time of the whole answer; the timeout of a request would end with its headers. */
    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request, Duration limit)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + limit.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** The reason in words that a user understands. */
    static String reason(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "its name cannot be resolved here";
            }
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
