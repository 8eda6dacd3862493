package com.encvoy.keycloak.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls the REST API of a realm as people do, and holds each answer against the OpenAPI document. */
public final class RestApi {

    private static final OpenApi DOCUMENT = new OpenApi();

    private final TestServer server;
    private final String realm;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();

    /** An answer; its body is a missing node if there is none. */
    public record Answer(int status, HttpResponse<String> response, JsonNode body) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String text(String member) {
            return body.path(member).asText(null);
        }
    }

    private RestApi(TestServer server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    /** Makes the tokens of {@code admin-cli} carry all roles of a person. */
    public static RestApi of(TestServer server, TestRealm realm) {
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.admin().clients().get(cli.getId()).update(cli);
        return new RestApi(server, realm.name());
    }

    /** The token of a person, who signs in once. */
    public String token(String username) {
        return tokens.computeIfAbsent(
                username,
                name -> granted("grant_type=password&client_id=admin-cli&username=" + name + "&password="
                        + URLEncoder.encode(TestRealm.PASSWORD, StandardCharsets.UTF_8)));
    }

    /** The token of a service account, under this name from now on. */
    public void serviceAccount(String name, String clientId, String secret) {
        tokens.put(name, granted("grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret));
    }

    private String granted(String form) {
        HttpResponse<String> response =
                exchange(HttpRequest.newBuilder(server.at("/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response.body()).path("access_token").asText();
    }

    public Answer get(String username, String path) {
        return send(username, "GET", path, null);
    }

    /**
     * @param username of the person who calls
     * @param path below {@code /api}, such as {@code /applications?max=1}
     * @param body null for none
     * @param headers names and values
     */
    public Answer send(String username, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token(username));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = exchange(request.build());
        JsonNode json = json(response.body());
        List<String> violations =
                DOCUMENT.violations(method, path.replaceAll("\\?.*", ""), response.statusCode(), json);
        assertThat(violations).as(response.body()).isEmpty();
        return new Answer(response.statusCode(), response, json);
    }

    /** A request below {@code /api}. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.at("/realms/" + realm + "/api") + path));
    }

    /** Sends a request of any kind. */
    public HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JsonSerialization.mapper.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
