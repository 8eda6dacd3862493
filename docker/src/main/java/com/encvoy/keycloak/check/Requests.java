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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

/** Requests as Sentry makes them. */
final class Requests {

    /** What Sentry waits for the discovery document; it waits longer for all else. */
    static final Duration DISCOVERY_LIMIT = Duration.ofSeconds(2);

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient following;
    private final HttpClient staying;

    Requests(SSLContext trust) {
        HttpClient.Builder client = HttpClient.newBuilder().sslContext(trust).version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(DISCOVERY_LIMIT);
        following = client.followRedirects(Redirect.NORMAL).build();
        staying = client.followRedirects(Redirect.NEVER).build();
    }

    HttpResponse<String> discover(URI document) throws IOException, InterruptedException {
        return following.send(HttpRequest.newBuilder(document).timeout(DISCOVERY_LIMIT).build(), BodyHandlers.ofString());
    }

    /** Does not follow redirects. */
    HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LIMIT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return staying.send(request.build(), BodyHandlers.ofString());
    }

    /** Does not follow redirects. */
    HttpResponse<String> post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return staying.send(HttpRequest.newBuilder(address).timeout(LIMIT).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))).build(), BodyHandlers.ofString());
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(parameter -> parameter.getKey() + "="
                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
