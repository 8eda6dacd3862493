package com.encvoy.keycloak.movein.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import com.encvoy.keycloak.movein.source.EncvoyDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The rules of fields: which applications require one, what its values must be like, and who may change it. */
public final class FieldRules {

    private static final List<String> KNOWN =
            List.of("login", "email", "phone_number", "given_name", "family_name", "nickname", "picture", "birthdate");

    /** Fields that the realm requires as well. */
    private static final Set<String> ALWAYS = Set.of("login", "email", "given_name", "family_name", "password", "sub");

    /** Fields that are also unique in Keycloak with the pack. */
    private static final Set<String> UNIQUE = Set.of("login", "email", "phone_number", "sub");

    private final Map<Integer, JsonNode> rules = new LinkedHashMap<>();
    private final Map<Integer, List<JsonNode>> validations = new HashMap<>();
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
        Map<Integer, JsonNode> validations = new HashMap<>();
        for (JsonNode row : source.rows("RuleValidation", "id").all()) {
            if (row.path("active").asBoolean(true)) {
                validations.put(row.path("id").intValue(), row);
            }
        }
        for (JsonNode row : source.rows("RuleRuleValidation", "rule_id").all()) {
            JsonNode validation = validations.get(row.path("rule_validation_id").intValue());
            if (validation != null && read.isUsable(validation.path("regex").asText(""))) {
                read.validations
                        .computeIfAbsent(row.path("rule_id").intValue(), id -> new ArrayList<>())
                        .add(validation);
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
            tally.byHand("rules with regular expressions of JavaScript that Java does not support");
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
     * The pattern that a whole value must match; empty for any value. Encvoy ID looks for each expression anywhere in
     * the value.
     */
    public String pattern(String field) {
        List<JsonNode> all = validations(field);
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder pattern = new StringBuilder();
        for (JsonNode validation : all) {
            String regex = validation.path("regex").asText();
            pattern.append("(?=")
                    .append(regex.startsWith("^") ? "" : ".*")
                    .append("(?:")
                    .append(regex)
                    .append("))");
        }
        return pattern.append(".*").toString();
    }

    private List<JsonNode> validations(String field) {
        JsonNode rule = of(field);
        return rule.path("active").asBoolean(false)
                ? validations.getOrDefault(rule.path("id").asInt(-1), List.of())
                : List.of();
    }

    /** The message for a value that does not match {@link #pattern}; empty for Keycloak's own. */
    String message(String field) {
        return validations(field).stream()
                .map(validation -> validation.path("error").asText("").strip())
                .filter(error -> !error.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Reports the rules of fields that all people have: the user profile of the realm has its own. */
    public void tellOfOthers(Set<String> customFields) {
        for (JsonNode rule : rules.values()) {
            String field = rule.path("field_name").asText();
            boolean says = !validations(field).isEmpty()
                    || !rule.path("editable").asBoolean(true)
                    || !rule.path("default").asText("").isBlank()
                    || (rule.path("required").asBoolean(false) && !ALWAYS.contains(field));
            boolean own = customFields.contains(field) || field.equals("password");
            if (own
                    && rule.path("active").asBoolean(false)
                    && !rule.path("default").asText("").isBlank()) {
                tally.byHand("the default of the field " + field + ": Encvoy ID gave it to new people, Keycloak gives"
                        + " it to all");
            }
            if (rule.path("active").asBoolean(false) && says && !own) {
                tally.byHand("rules of the field " + field + ", in the user profile of the realm");
            }
            if (rule.path("active").asBoolean(false)
                    && rule.path("unique").asBoolean(false)
                    && !UNIQUE.contains(field)) {
                tally.left("rules that the values of " + field + " are unique: Keycloak has no such rule");
            }
        }
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
                    tally.left("fields that applications require and that have no counterpart, such as " + field);
                }
            }
            required.put(clientId, names);
        });
        return required;
    }
}
