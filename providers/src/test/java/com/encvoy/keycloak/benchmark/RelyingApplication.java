package com.encvoy.keycloak.benchmark;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An application at some provider: sends browsers to it, exchanges codes, refreshes, reads who the person is. */
final class RelyingApplication {

    static final String REDIRECT_URI = "https://sentry.example.com/auth/sso/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http;
    private final JsonNode provider;
    private final Map<String, String> credentials;
    private final String scope;

    /** @param issuer address below which the discovery document is */
    RelyingApplication(HttpClient http, URI issuer, String clientId, String secret, String scope) {
        this.http = http;
        this.credentials = Map.of("client_id", clientId, "client_secret", secret);
        this.scope = scope;
        this.provider = json(Visitor.send(http, HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))), 200);
    }

    /** Signs somebody in, or finds that the browser is signed in, up to the data of the person. */
    JsonNode signIn(Visitor visitor, String username, String password) {
        JsonNode tokens = tokens(authorize(visitor, username, password));
        me(tokens);
        return tokens;
    }

    /** @return the code */
    String authorize(Visitor visitor, String username, String password) {
        URI answer = visitor.login(URI.create(endpoint("authorization_endpoint") + "?client_id=" + credentials.get("client_id")
                + "&response_type=code&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8) + "&state=" + System.nanoTime()
                + "&redirect_uri=" + URLEncoder.encode(REDIRECT_URI, StandardCharsets.UTF_8)), REDIRECT_URI, username, password);
        Matcher code = CODE.matcher(answer.toString());
        if (!code.find()) {
            throw new IllegalStateException("No code: " + answer);
        }
        return code.group(1);
    }

    JsonNode tokens(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI));
    }

    JsonNode refresh(JsonNode tokens) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.path("refresh_token").asText()));
    }

    void me(JsonNode tokens) {
        json(Visitor.send(http, HttpRequest.newBuilder(endpoint("userinfo_endpoint")).header("Authorization",
                "Bearer " + tokens.path("access_token").asText())), 200);
    }

    /** Ends the grant, offline access too, and the session of the browser. */
    void signOut(Visitor visitor, JsonNode tokens) {
        Map<String, String> form = new LinkedHashMap<>(credentials);
        form.put("token", tokens.path("refresh_token").asText());
        Visitor.send(http, Visitor.form(endpoint("revocation_endpoint"), form));
        visitor.open(URI.create(endpoint("end_session_endpoint") + "?id_token_hint=" + tokens.path("id_token").asText()));
    }

    void discover() {
        json(Visitor.send(http, HttpRequest.newBuilder(URI.create(provider.path("issuer").asText() + "/.well-known/openid-configuration"))), 200);
    }

    private JsonNode token(Map<String, String> grant) {
        Map<String, String> form = new LinkedHashMap<>(grant);
        form.putAll(credentials);
        return json(Visitor.send(http, Visitor.form(endpoint("token_endpoint"), form)), 200);
    }

    URI endpoint(String name) {
        return URI.create(provider.path(name).asText());
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
