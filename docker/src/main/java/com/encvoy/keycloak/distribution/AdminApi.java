package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Keycloak's Admin REST API for the realm {@link #REALM}. */
final class AdminApi {

    static final String REALM = "encvoy";

    /** Statuses of an answer. */
    static final int CREATED = 201;

    static final int UPDATED = 204;
    static final int EXISTS = 409;

    private static final int OK = 200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private String accessToken;

    AdminApi(URI server) {
        this.server = server;
    }

    /** @return false if Keycloak refuses: the password was changed, or the account was deleted */
    boolean signIn(String username, String password) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=" + encoded(username) + "&password="
                + encoded(password);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(ANSWER_LIMIT)
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            return false;
        }
        accessToken = read(response.body()).path("access_token").textValue();
        return accessToken != null;
    }

    /**
     * @param path below the realm, such as {@code /clients?clientId=sentry}
     * @return the answer; a node without members if it was not found
     */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send("GET", path, BodyPublishers.noBody());
        return response.statusCode() == OK ? read(response.body()) : MissingNode.getInstance();
    }

    /** @param value a JSON tree or a map */
    HttpResponse<String> post(String path, Object value) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value)));
    }

    /** @param value as in {@link #post} */
    HttpResponse<String> put(String path, Object value) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value)));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + REALM + path))
                .header("Authorization", "Bearer " + accessToken)
                .header("Content-Type", "application/json")
                .timeout(ANSWER_LIMIT)
                .method(method, body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
