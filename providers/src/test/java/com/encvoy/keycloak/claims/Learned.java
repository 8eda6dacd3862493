package com.encvoy.keycloak.claims;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import org.keycloak.util.JsonSerialization;

/**
 * All that the application {@code learner} learns at one login.
 *
 * @param tokens the answer of the token endpoint
 * @param idToken payload of the ID token
 * @param accessToken payload of the access token
 * @param userinfo answer of {@code /me}
 * @param introspection answer about the access token
 * @param refreshedIdToken payload of the ID token after a refresh
 */
record Learned(JsonNode tokens, JsonNode idToken, JsonNode accessToken, JsonNode userinfo, JsonNode introspection, JsonNode refreshedIdToken) {

    private static final String REDIRECT_URI = "https://learner.example.com/login";
    private static final String SECRET = "secret-of-the-learner-for-tests";

    static void register(TestRealm realm) {
        realm.application("learner", SECRET, REDIRECT_URI);
    }

    static Learned at(TestServer server, TestRealm realm, String username, String scope) {
        URI request = realm.authorization("learner", REDIRECT_URI, "").resolve(
                realm.authorization("learner", REDIRECT_URI, "").toString().replace("scope=openid", "scope=" + encode(scope)));
        try (Browser browser = new Browser(server.url())) {
            String answer = browser.open(request).signIn(username, TestRealm.PASSWORD).address().toString();
            if (!answer.startsWith(REDIRECT_URI + "?")) {
                throw new IllegalStateException("The login failed: " + answer + "\n" + browser.text());
            }
            return learn(server.at("/realms/" + realm.name() + "/api/oidc").toString(), answer.replaceFirst(".*[?&]code=([^&]+).*", "$1"));
        }
    }

    private static Learned learn(String base, String code) {
        JsonNode tokens = post(base + "/token", Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI));
        String access = tokens.get("access_token").textValue();
        JsonNode refreshed = post(base + "/token", Map.of("grant_type", "refresh_token", "refresh_token", tokens.get("refresh_token").textValue()));
        return new Learned(tokens, payload(tokens.get("id_token").textValue()), payload(access),
                send(HttpRequest.newBuilder(URI.create(base + "/me")).header("Authorization", "Bearer " + access).build()),
                post(base + "/token/introspection", Map.of("token", access)), payload(refreshed.get("id_token").textValue()));
    }

    /** The answer to a refresh that asks for a scope. */
    static JsonNode refresh(TestServer server, TestRealm realm, String refreshToken, String scope) {
        return post(server.at("/realms/" + realm.name() + "/api/oidc/token").toString(),
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", scope));
    }

    /** Everything that carries claims. */
    List<JsonNode> all() {
        return List.of(idToken, accessToken, userinfo, introspection, refreshedIdToken);
    }

    /** What is promised to be alike. */
    List<JsonNode> released() {
        return List.of(idToken, userinfo, refreshedIdToken);
    }

    private static JsonNode post(String address, Map<String, String> form) {
        String body = "client_id=learner&client_secret=" + SECRET + "&" + form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + " " + response.body());
            }
            return JsonSerialization.mapper.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode payload(String token) {
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
