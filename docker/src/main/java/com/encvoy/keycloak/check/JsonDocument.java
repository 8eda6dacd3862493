package com.encvoy.keycloak.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The members of a JSON object as OAuth uses them: strings, numbers and objects.
 *
 * @param root the object; without members if the answer was not an object
 */
record JsonDocument(JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param text the body of an answer, which may be anything */
    static JsonDocument of(String text) {
        try {
            return new JsonDocument(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new JsonDocument(MissingNode.getInstance());
        }
    }

    Optional<String> string(String name) {
        JsonNode member = root.path(name);
        return member.isTextual() ? Optional.of(member.textValue()) : Optional.empty();
    }

    OptionalLong number(String name) {
        JsonNode member = root.path(name);
        return member.canConvertToLong() ? OptionalLong.of(member.longValue()) : OptionalLong.empty();
    }

    /** The members of an array of objects; empty if there is no such array. */
    List<JsonDocument> objects(String name) {
        return StreamSupport.stream(root.path(name).spliterator(), false)
                .map(JsonDocument::new)
                .toList();
    }
}
