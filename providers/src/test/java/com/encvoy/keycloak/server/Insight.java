package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the pack knows of an application, asked inside the server.
 *
 * @param server that runs
 * @param realm of the application
 * @param clientId of the application
 */
public record Insight(TestServer server, TestRealm realm, String clientId) {

    /** Each with {@code code}, {@code parameters}, {@code advice} and, if it can be applied, {@code fix}. */
    public JsonNode problems() {
        return get("/problems");
    }

    /** The codes of the problems that hinder people. */
    public List<String> faults() {
        return StreamSupport.stream(problems().spliterator(), false)
                .filter(problem -> !problem.path("advice").asBoolean())
                .map(problem -> problem.path("code").asText())
                .toList();
    }

    /** @return whether there was a remedy */
    public boolean apply(String code) {
        return Boolean.parseBoolean(send(request("/problems/" + code).POST(BodyPublishers.noBody())));
    }

    public String configuration() {
        return send(request("/configuration"));
    }

    /** @param query with its question mark, or empty */
    public JsonNode preview(String username, String query) {
        return get("/preview/" + username + query);
    }

    /** @param query such as {@code kind=REFUSAL&first=0&max=20} */
    public JsonNode activity(String query) {
        return get("/activity?" + query);
    }

    private JsonNode get(String path) {
        try {
            return JsonSerialization.mapper.readTree(send(request(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.at("/realms/" + realm.name() + "/test-insight/" + clientId + path));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
