package com.encvoy.keycloak.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.server.TestRealm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The export of a realm as sorted JSON without the random ids, for comparisons. */
final class RealmExport {

    private static final Set<String> IDS = Set.of("id", "_id", "containerId");

    private RealmExport() {}

    static String of(TestRealm realm) {
        try {
            String json = JsonSerialization.writeValueAsString(realm.admin().partialExport(true, true));
            return sorted(JsonSerialization.mapper.readTree(json)).toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> {
                if (!IDS.contains(member.getKey())) {
                    members.put(member.getKey(), sorted(member.getValue()));
                }
            });
            ObjectNode object = JsonSerialization.mapper.createObjectNode();
            return object.setAll(members);
        }
        if (value.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            value.forEach(element -> elements.add(sorted(element)));
            elements.sort(Comparator.comparing(JsonNode::toString));
            ArrayNode list = JsonSerialization.mapper.createArrayNode();
            return list.addAll(elements);
        }
        return value;
    }
}
