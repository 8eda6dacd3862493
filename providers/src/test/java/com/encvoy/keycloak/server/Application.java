package com.encvoy.keycloak.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The back channel of an application with a secret, at the Encvoy address of a realm or at Keycloak's own.
 *
 * @param base address below which the endpoints are
 * @param encvoy whether it is the Encvoy address
 * @param clientId of the application
 * @param secret of the application
 */
public record Application(String base, boolean encvoy, String clientId, String secret) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().sslContext(TestCertificate.context()).build();

    /** At {@code /realms/{realm}/api/oidc}. */
    public static Application atEncvoyAddress(TestServer server, TestRealm realm, String clientId, String secret) {
        return new Application(
                server.at("/realms/" + realm.name() + "/api/oidc").toString(), true, clientId, secret);
    }

    /** At {@code /realms/{realm}/protocol/openid-connect}. */
    public static Application atKeycloakAddress(TestServer server, TestRealm realm, String clientId, String secret) {
        return new Application(
                server.at("/realms/" + realm.name() + "/protocol/openid-connect")
                        .toString(),
                false,
                clientId,
                secret);
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param json body; missing if the body is not JSON
     */
    public record Answer(int status, JsonNode json) {

        public String text(String member) {
            return json.path(member).asText();
        }
    }

    public Answer token(String grant, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("grant_type", grant);
        return post("/token", form);
    }

    public Answer redeem(URI answer, String redirectUri) {
        return token(
                "authorization_code",
                Map.of(
                        "code",
                        answer.toString().replaceFirst(".*[?&#]code=([^&]+).*", "$1"),
                        "redirect_uri",
                        redirectUri));
    }

    public Answer introspect(String token) {
        return post(encvoy ? "/token/introspection" : "/token/introspect", Map.of("token", token));
    }

    public Answer introspect(String token, String hint) {
        return post(
                encvoy ? "/token/introspection" : "/token/introspect", Map.of("token", token, "token_type_hint", hint));
    }

    public Answer userinfo(String token) {
        return send(HttpRequest.newBuilder(URI.create(base + (encvoy ? "/me" : "/userinfo")))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Calls an endpoint as the application. */
    public Answer post(String path, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("client_id", clientId);
        form.put("client_secret", secret);
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().startsWith("{")
                            ? JsonSerialization.mapper.readTree(response.body())
                            : MissingNode.getInstance());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a token. */
    public static JsonNode claims(String token) {
        try {
            return JsonSerialization.mapper.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
