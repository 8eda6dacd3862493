package com.encvoy.keycloak.benchmark;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An application at some provider: sends browsers to it, exchanges codes, refreshes, reads userinfo. */
final class RelyingApplication {

    static final String REDIRECT_URI = "https://sentry.example.com/auth/sso/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final JsonNode provider;
    private final Map<String, String> credentials;
    private final String scope;

    /** @param issuer address of the discovery document, without its well-known path */
    RelyingApplication(Sender connection, URI issuer, String clientId, String secret, String scope) {
        this.credentials = Map.of("client_id", clientId, "client_secret", secret);
        this.scope = scope;
        URI document = URI.create(issuer + "/.well-known/openid-configuration");
        this.provider = json(connection
                .ask(KeepAliveConnection.request("GET", document, "", ""))
                .orFail("discovery"));
    }

    private RelyingApplication(JsonNode provider, Map<String, String> credentials, String scope) {
        this.provider = provider;
        this.credentials = credentials;
        this.scope = scope;
    }

    /** The same application with another scope. */
    RelyingApplication asking(String other) {
        return new RelyingApplication(provider, credentials, other);
    }

    /** Signs a person in, or reuses the session of the browser, up to the claims of the person. */
    JsonNode signIn(Sender connection, Visitor visitor, String username, String password) {
        JsonNode tokens = tokens(connection, authorize(visitor, username, password));
        me(connection, tokens);
        return tokens;
    }

    /** @return the code */
    String authorize(Visitor visitor, String username, String password) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", credentials.get("client_id"));
        parameters.put("response_type", "code");
        parameters.put("scope", scope);
        parameters.put("state", String.valueOf(System.nanoTime()));
        parameters.put("redirect_uri", REDIRECT_URI);
        URI answer = visitor.login(
                URI.create(endpoint("authorization_endpoint") + "?" + Visitor.encoded(parameters)),
                REDIRECT_URI,
                username,
                password);
        Matcher code = CODE.matcher(answer.toString());
        if (!code.find()) {
            throw new IllegalStateException("No code: " + answer);
        }
        return code.group(1);
    }

    JsonNode tokens(Sender connection, String code) {
        return json(connection
                .ask(token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI)))
                .orFail("token"));
    }

    JsonNode refresh(Sender connection, JsonNode tokens) {
        return json(connection.ask(refreshRequest(tokens)).orFail("refresh"));
    }

    byte[] refreshRequest(JsonNode tokens) {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asText()));
    }

    void me(Sender connection, JsonNode tokens) {
        connection.ask(meRequest(tokens)).orFail("userinfo");
    }

    byte[] meRequest(JsonNode tokens) {
        return KeepAliveConnection.request(
                "GET",
                endpoint("userinfo_endpoint"),
                "Authorization: Bearer " + tokens.path("access_token").asText() + "\r\n",
                "");
    }

    /** Fails unless the provider says that the access token is active. */
    void introspect(Sender connection, JsonNode tokens) {
        JsonNode answer = json(connection.ask(introspectionRequest(tokens)).orFail("introspection"));
        if (!answer.path("active").asBoolean()) {
            throw new IllegalStateException("The access token is not active");
        }
    }

    byte[] introspectionRequest(JsonNode tokens) {
        return form(
                "introspection_endpoint",
                Map.of("token", tokens.path("access_token").asText()));
    }

    byte[] discoveryRequest() {
        return KeepAliveConnection.request(
                "GET", URI.create(provider.path("issuer").asText() + "/.well-known/openid-configuration"), "", "");
    }

    byte[] jwksRequest() {
        return KeepAliveConnection.request("GET", endpoint("jwks_uri"), "", "");
    }

    /** Ends the grant, offline access too, and the session of the browser. */
    void signOut(Sender connection, Visitor visitor, JsonNode tokens) {
        connection
                .ask(form(
                        "revocation_endpoint",
                        Map.of("token", tokens.path("refresh_token").asText())))
                .orFail("revocation");
        visitor.open(URI.create(endpoint("end_session_endpoint") + "?id_token_hint="
                + tokens.path("id_token").asText()));
    }

    private byte[] token(Map<String, String> grant) {
        return form("token_endpoint", grant);
    }

    private byte[] form(String endpoint, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.putAll(credentials);
        return KeepAliveConnection.request("POST", endpoint(endpoint), "", Visitor.encoded(form));
    }

    private URI endpoint(String name) {
        return URI.create(provider.path(name).asText());
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
