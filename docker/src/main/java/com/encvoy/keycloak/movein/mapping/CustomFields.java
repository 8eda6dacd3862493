package com.encvoy.keycloak.movein.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.fasterxml.jackson.databind.JsonNode;

/** The custom fields of an Encvoy ID, with the names under which they are brought. */
public final class CustomFields {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    /**
     * @param declared rows of the table {@code "CustomField"}
     * @param used names that people have values for
     */
    public CustomFields(List<JsonNode> declared, List<String> used, Decisions decisions) {
        for (JsonNode row : declared) {
            titles.put(row.path("field").asText(), row.path("title").asText(""));
        }
        used.forEach(field -> titles.putIfAbsent(field, field));
        titles.keySet().forEach(field -> {
            if (NAME.matcher(field).matches()) {
                names.put(field, field);
            }
        });
        for (String field : titles.keySet()) {
            if (!names.containsKey(field)) {
                String decision = decisions.about(
                        Conflict.of(
                                "custom-field/" + field,
                                "The name of the custom field " + field + " is not allowed: use only letters, digits,"
                                        + " - and _.",
                                "=" + proposal(field),
                                Conflict.VALUE,
                                Conflict.NONE),
                        other -> NAME.matcher(other).matches() && !names.containsValue(other));
                if (decision.startsWith("=")) {
                    names.put(field, decision.substring(1));
                }
            }
        }
    }

    private String proposal(String field) {
        String cleaned = field.replaceAll("[^A-Za-z0-9_-]+", "_");
        String name = cleaned.substring(0, Math.min(90, cleaned.length()));
        return names.containsValue(name) || name.isEmpty() ? name + "_" + Math.abs(field.hashCode() % 1000) : name;
    }

    /** The names under which fields are brought, by their names. */
    public Map<String, String> names() {
        return names;
    }

    String title(String field) {
        return titles.getOrDefault(field, "");
    }
}
