package com.encvoy.keycloak.movein.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An identity provider in Keycloak's form. */
public final class ProviderMapping {

    private ProviderMapping() {}

    /** The kind of the provider in Keycloak: {@code google}, {@code github}, {@code oidc} or {@code oauth2}. */
    public static String kind(JsonNode row) {
        return switch (row.path("type").asText()) {
            case "GOOGLE" -> "google";
            case "GITHUB" -> "github";
            default ->
                (" " + row.path("params").path("scopes").asText("") + " ").contains(" openid ") ? "oidc" : "oauth2";
        };
    }

    /** The options that are brought; one of them is the secret. */
    public static Map<String, String> options(JsonNode row) {
        JsonNode params = row.path("params");
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "clientId", params.path("external_client_id"));
        put(options, "clientSecret", params.path("external_client_secret"));
        put(options, "defaultScope", params.path("scopes"));
        if (row.path("type").asText().equals("CUSTOM")) {
            put(options, "issuer", params.path("issuer"));
            put(options, "authorizationUrl", params.path("authorization_endpoint"));
            put(options, "tokenUrl", params.path("token_endpoint"));
            put(options, "userInfoUrl", params.path("userinfo_endpoint"));
            options.put("clientAuthMethod", "client_secret_post");
            if (kind(row).equals("oauth2")) {
                JsonNode mapping = params.path("mapping");
                options.put("userIDClaim", mapping.path("sub").asText("sub"));
                options.put("userNameClaim", mapping.path("login").asText("login"));
                options.put("emailClaim", mapping.path("email").asText("email"));
                options.put("givenNameClaim", mapping.path("given_name").asText("given_name"));
                options.put("familyNameClaim", mapping.path("family_name").asText("family_name"));
                options.put("fullNameClaim", mapping.path("name").asText("name"));
            }
        }
        return options;
    }

    private static void put(Map<String, String> options, String name, JsonNode value) {
        String text = value.asText("").strip();
        if (!text.isEmpty()) {
            options.put(name, text);
        }
    }

    /** @param state what is stored beside it */
    public static ObjectNode json(String alias, JsonNode row, String stateAttribute, String state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("alias", alias);
        json.put("displayName", row.path("name").asText(alias));
        json.put("providerId", kind(row));
        json.put("enabled", true);
        ObjectNode config = json.putObject("config");
        options(row).forEach(config::put);
        config.put(stateAttribute, state);
        return json;
    }
}
