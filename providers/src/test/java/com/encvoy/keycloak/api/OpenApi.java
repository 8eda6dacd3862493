package com.encvoy.keycloak.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;

/** The OpenAPI document of the REST API, and how answers are held against it. */
public final class OpenApi {

    private final JsonNode document = read();

    private static JsonNode read() {
        try (InputStream file = ApiResource.class.getResourceAsStream("openapi.json")) {
            return JsonSerialization.mapper.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** What a reference inside the document leads to. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }

    /**
     * What an answer has that the document does not say.
     *
     * @param path below {@code /api}, without query
     * @param body of the answer, missing or null for none
     */
    public List<String> violations(String method, String path, int status, JsonNode body) {
        List<String> violations = new ArrayList<>();
        JsonNode response = resolved(operation(method, path).path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            violations.add(method + " " + path + " answers " + status);
        } else if (body != null && !body.isMissingNode()) {
            check(body, response.at("/content/application~1json/schema"), method + " " + path, violations);
        }
        return violations;
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst()
                .orElseThrow(() -> new AssertionError("The document lacks " + method + " " + path));
    }

    private void check(JsonNode value, JsonNode reference, String where, List<String> violations) {
        JsonNode schema = resolved(reference);
        if (schema.isMissingNode()) {
            violations.add(where + " has no schema");
            return;
        }
        Stream.of("oneOf", "anyOf").filter(schema::has).forEach(kind -> {
            long matching = stream(schema.path(kind))
                    .filter(option -> {
                        List<String> own = new ArrayList<>();
                        check(value, option, where, own);
                        return own.isEmpty();
                    })
                    .count();
            if (matching == 0 || (kind.equals("oneOf") && matching > 1)) {
                violations.add(where + " matches " + matching + " schemas: " + value);
            }
        });
        if (schema.has("type") && texts(schema.path("type")).noneMatch(type -> hasType(value, type))) {
            violations.add(where + " is not " + schema.path("type") + ": " + value);
        }
        if (schema.has("enum") && stream(schema.path("enum")).noneMatch(value::equals)) {
            violations.add(where + " is not one of " + schema.path("enum") + ": " + value);
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            violations.add(where + " is not " + schema.path("const") + ": " + value);
        }
        if (value.isArray() && schema.has("items")) {
            stream(value).forEach(item -> check(item, schema.path("items"), where + "[]", violations));
        }
        if (value.isObject()) {
            members(value, schema, where, violations);
        }
    }

    private void members(JsonNode value, JsonNode schema, String where, List<String> violations) {
        texts(schema.path("required"))
                .filter(name -> !value.has(name))
                .forEach(name -> violations.add(where + " lacks " + name));
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(member -> {
            String name = where + "." + member.getKey();
            if (schema.path("properties").has(member.getKey())) {
                check(member.getValue(), schema.path("properties").path(member.getKey()), name, violations);
            } else if (others.isBoolean() && !others.booleanValue()) {
                violations.add(name + " is not in the document");
            } else if (others.isObject()) {
                check(member.getValue(), others, name, violations);
            }
        });
    }

    private static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** One text, or several. */
    static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.textValue()) : stream(node).map(JsonNode::textValue);
    }
}
