package com.encvoy.keycloak.movein.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The tables and columns of the database, compared with those of backend 1.0.10. */
final class EncvoySchema {

    /** Without these nothing can be brought. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "User", List.of("id", "login", "email", "hashed_password"),
            "Client", List.of("client_id", "client_secret", "redirect_uris", "created_at", "parent_id"));

    /** The data that is not brought without them. */
    private static final Map<String, String> OPTIONAL = new TreeMap<>(Map.ofEntries(
            Map.entry("ClientInvitation", "invitations"),
            Map.entry("ClientRule", "fields that applications require"),
            Map.entry("CustomField", "titles of custom fields"),
            Map.entry("FavoriteClients", "favourite applications"),
            Map.entry("ExternalAccount", "one-time passwords, passkeys and linked accounts"),
            Map.entry("Provider", "identity providers and the mail server"),
            Map.entry("Provider_relations", "the order of identity providers"),
            Map.entry("Role", "owners and members of applications"),
            Map.entry("Rule", "rules of fields"),
            Map.entry("RuleRuleValidation", "rules of fields"),
            Map.entry("RuleValidation", "rules of fields"),
            Map.entry("Scopes", "the dates of accounts"),
            Map.entry("Settings", "settings of the system"),
            Map.entry("ClientType", "categories of applications")));

    private final Set<String> columns = new HashSet<>();
    private final Set<String> tables = new HashSet<>();

    private EncvoySchema(List<JsonNode> rows) {
        for (JsonNode row : rows) {
            tables.add(row.path("table_name").asText());
            columns.add(row.path("table_name").asText() + "."
                    + row.path("column_name").asText());
        }
    }

    /** @throws SourceException if it is not a database of Encvoy ID 1.0 */
    static EncvoySchema of(List<JsonNode> rows) {
        EncvoySchema schema = new EncvoySchema(rows);
        if (schema.has("UserProfileValue")) {
            throw new SourceException(
                    "This database belongs to Encvoy ID 1.2 or newer, which keeps people in other tables: move-in"
                            + " reads the schema of 1.0 (backend 1.0.10).");
        }
        NEEDED.forEach((table, needed) -> needed.forEach(column -> {
            if (!schema.columns.contains(table + "." + column)) {
                throw new SourceException("This is not a database of Encvoy ID 1.0: the column \"" + table + "\"."
                        + column + " is missing. Check the database name, and that the schema is in the search path.");
            }
        }));
        return schema;
    }

    boolean has(String table) {
        return tables.contains(table);
    }

    boolean hasColumn(String table, String column) {
        return columns.contains(table + "." + column);
    }

    List<String> missing() {
        List<String> sentences = new ArrayList<>();
        OPTIONAL.forEach((table, what) -> {
            if (!has(table)) {
                sentences.add("The database has no table \"" + table + "\", so these are not brought: " + what + ".");
            }
        });
        return sentences;
    }
}
