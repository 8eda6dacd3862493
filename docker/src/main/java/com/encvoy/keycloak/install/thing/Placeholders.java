package com.encvoy.keycloak.install.thing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Resolves {@code ${VARIABLE:default}} as Keycloak does when it imports a realm. Names in lower case are keys of
 * messages and stay.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    private final Map<String, String> environment;

    Placeholders(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A variable that is not set and has no default stays as it is written, as in Keycloak. */
    String resolved(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = environment.getOrDefault(found.group(1), found.group(2));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    /** Also the names of members: roles are listed below the client ID. */
    JsonNode resolved(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(resolved(value.textValue()));
        }
        if (value.isArray()) {
            ArrayNode list = Canonical.JSON.createArrayNode();
            value.forEach(element -> list.add(resolved(element)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = Canonical.JSON.createObjectNode();
            value.properties().forEach(member -> object.set(resolved(member.getKey()), resolved(member.getValue())));
            return object;
        }
        return value;
    }
}
