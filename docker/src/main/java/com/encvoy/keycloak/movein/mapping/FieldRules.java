package com.encvoy.keycloak.movein.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.encvoy.keycloak.movein.source.EncvoyDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The rules of fields: which applications require one, what its values must be like, and who may change it. */
public final class FieldRules {

    private static final List<String> KNOWN =
            List.of("login", "email", "phone_number", "given_name", "family_name", "nickname", "picture", "birthdate");

    private final Map<Integer, JsonNode> rules = new LinkedHashMap<>();
    private final Map<Integer, List<String>> patterns = new HashMap<>();
    private final Map<String, List<String>> byClient = new HashMap<>();
    private final Tally tally;

    private FieldRules(Tally tally) {
        this.tally = tally;
    }

    /** No rules at all. */
    static FieldRules none(Tally tally) {
        return new FieldRules(tally);
    }

    public static FieldRules read(EncvoyDatabase source, Tally tally) {
        FieldRules read = new FieldRules(tally);
        for (JsonNode row : source.rows("Rule", "id").all()) {
            if (row.path("target").asText("").equals("USER")) {
                read.rules.put(row.path("id").intValue(), row);
            }
        }
        Map<Integer, String> validations = new HashMap<>();
        for (JsonNode row : source.rows("RuleValidation", "id").all()) {
            if (row.path("active").asBoolean(true)) {
                validations.put(row.path("id").intValue(), row.path("regex").asText(""));
            }
        }
        for (JsonNode row : source.rows("RuleRuleValidation", "rule_id").all()) {
            String regex = validations.get(row.path("rule_validation_id").intValue());
            if (regex != null && read.isUsable(regex)) {
                read.patterns
                        .computeIfAbsent(row.path("rule_id").intValue(), id -> new ArrayList<>())
                        .add(regex);
            }
        }
        for (JsonNode row : source.rows("ClientRule", "id").all()) {
            JsonNode rule = read.rules.get(row.path("rule_id").intValue());
            if (rule != null) {
                read.byClient
                        .computeIfAbsent(row.path("client_id").asText(), id -> new ArrayList<>())
                        .add(rule.path("field_name").asText());
            }
        }
        return read;
    }

    private boolean isUsable(String regex) {
        try {
            Pattern.compile(regex);
            return !regex.isBlank();
        } catch (PatternSyntaxException e) {
            tally.note("by hand: rules are regular expressions of JavaScript that Java does not know");
            return false;
        }
    }

    /** The rule of a field; a missing node without one. */
    JsonNode of(String field) {
        return rules.values().stream()
                .filter(rule -> rule.path("field_name").asText().equals(field))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /**
     * What a value must match as a whole; empty for anything. Encvoy ID looks for each expression anywhere in the
     * value.
     */
    public String pattern(String field) {
        JsonNode rule = of(field);
        List<String> all = rule.path("active").asBoolean(false)
                ? patterns.getOrDefault(rule.path("id").asInt(-1), List.of())
                : List.of();
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder pattern = new StringBuilder();
        for (String regex : all) {
            pattern.append("(?=")
                    .append(regex.startsWith("^") ? "" : ".*")
                    .append("(?:")
                    .append(regex)
                    .append("))");
        }
        return pattern.append(".*").toString();
    }

    /** Names of the fields that applications require, as the pack calls them, by client ID. */
    public Map<String, List<String>> requiredFields(Map<String, String> customFields) {
        Map<String, List<String>> required = new HashMap<>();
        byClient.forEach((clientId, fields) -> {
            List<String> names = new ArrayList<>();
            for (String field : fields) {
                if (customFields.containsKey(field)) {
                    names.add("custom_fields." + customFields.get(field));
                } else if (KNOWN.contains(field)) {
                    names.add(field);
                } else {
                    tally.note("applications require fields that have no counterpart, such as " + field);
                }
            }
            required.put(clientId, names);
        });
        return required;
    }
}
