package com.encvoy.keycloak.sentry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sentry's two ways to call the provider: plain requests, which follow redirects, and its own session, which does not.
 */
final class SentryHttp {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient requests = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HttpClient session = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    HttpResponse<String> get(URI address, Duration timeout, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("User-Agent", "python-requests/2.32.3")
                .header("Accept", "*/*");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(requests, request.build());
    }

    HttpResponse<String> post(URI address, Map<String, String> form) {
        return send(
                session,
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(30))
                        .header("User-Agent", "sentry/24.9.0 (https://sentry.io)")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(urlencode(form)))
                        .build());
    }

    /** As Python's urlencode: in the order of the map, a space as +. */
    static String urlencode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The body as JSON, for every status. */
    static JsonNode json(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || json.isMissingNode()) {
                throw SentryFailure.internalServerError("JSONDecodeError, empty body");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new SentryFailure("Sentry answers 500: JSONDecodeError", e);
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SentryFailure("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
