package com.encvoy.keycloak.install.thing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * JSON in the form in which it is compared: what a file leaves out and what a server fills in must not differ. Members
 * are sorted; those that are null, false or empty are dropped, except below the members of the outermost object, where
 * an empty object is a validator without settings. Lists of strings are sets and sorted.
 */
public final class Canonical {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final int HASH_BYTES = 8;

    private Canonical() {}

    /** The canonical form; a missing node for nothing. */
    public static JsonNode of(JsonNode value) {
        return isNothing(value) ? JsonNodeFactory.instance.missingNode() : form(value, true);
    }

    /** The canonical form of the members with these names. */
    static JsonNode of(JsonNode object, Iterable<String> members) {
        ObjectNode chosen = JSON.createObjectNode();
        for (String member : members) {
            if (!isNothing(object.path(member))) {
                chosen.set(member, object.path(member));
            }
        }
        return form(chosen, true);
    }

    /** A short hash of a canonical form; a dash for nothing. */
    public static String hash(JsonNode form) {
        return isNothing(form) ? "-" : digest(form.toString().getBytes(StandardCharsets.UTF_8), HASH_BYTES);
    }

    /** The first bytes of SHA-256, in hexadecimal digits. */
    static String digest(byte[] content, int bytes) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(all, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isNothing(JsonNode value) {
        return value == null || value.isMissingNode() || value.isNull();
    }

    private static JsonNode form(JsonNode value, boolean isOutermost) {
        if (value.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> {
                if (!isNothing(member.getValue()) && !(isOutermost && isDefault(member.getValue()))) {
                    members.put(member.getKey(), form(member.getValue(), false));
                }
            });
            return JSON.createObjectNode().setAll(members);
        }
        if (value.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            value.forEach(element -> elements.add(form(element, element.isObject())));
            if (elements.stream().allMatch(JsonNode::isTextual)) {
                elements.sort((one, other) -> one.textValue().compareTo(other.textValue()));
            }
            ArrayNode list = JSON.createArrayNode();
            return list.addAll(elements);
        }
        return value;
    }

    private static boolean isDefault(JsonNode value) {
        return value.isContainerNode()
                ? value.isEmpty()
                : value.isBoolean()
                        ? !value.booleanValue()
                        : value.isTextual() && value.textValue().isEmpty();
    }
}
