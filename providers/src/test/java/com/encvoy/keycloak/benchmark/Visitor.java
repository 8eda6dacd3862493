package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's browser, as cheap as possible: it follows redirects, keeps cookies and fills in whatever login form it is shown. Cookies are
 * kept by name only and sent over HTTP too, which is enough for one server on this machine.
 */
final class Visitor {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*?\\saction=\"([^\"]+)\"");
    private static final int STEPS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(HttpClient http) {
        this.http = http;
    }

    /** A client to share between visitors: it keeps connections alive and follows no redirect. */
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /**
     * Opens an address and fills in what is asked for.
     *
     * @param redirectUri where the application waits
     * @return the address the browser was sent to there
     */
    URI login(URI address, String redirectUri, String username, String password) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(address));
        for (int step = 0; step < STEPS; step++) {
            URI location = page.headers().firstValue("Location").map(page.uri()::resolve).orElse(null);
            if (location == null) {
                page = fillIn(page, username, password);
            } else if (location.toString().startsWith(redirectUri)) {
                return location;
            } else {
                page = send(HttpRequest.newBuilder(location));
            }
        }
        throw new IllegalStateException("The login does not end: " + page.uri());
    }

    /** Opens an address; its answer does not matter as long as it is no error. */
    void open(URI address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(address.getPath() + " answered " + answer.statusCode());
        }
    }

    private HttpResponse<String> fillIn(HttpResponse<String> page, String username, String password) {
        Matcher action = ACTION.matcher(page.body());
        if (page.statusCode() != 200 || !action.find()) {
            throw new IllegalStateException("No form at " + page.uri().getPath() + ", status " + page.statusCode());
        }
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : new String[] {"username", "login"}) {
            if (page.body().contains("name=\"" + field + "\"")) {
                form.put(field, username);
            }
        }
        if (page.body().contains("name=\"password\"")) {
            form.put("password", password);
        }
        return send(form(page.uri().resolve(action.group(1).replace("&amp;", "&")), form));
    }

    static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = send(http, request);
        response.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        });
        return response;
    }

    static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
