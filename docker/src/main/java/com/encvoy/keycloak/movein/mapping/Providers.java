package com.encvoy.keycloak.movein.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.fasterxml.jackson.databind.JsonNode;

/** The identity providers that are brought, each with its alias, which is part of its callback address. */
public final class Providers {

    private static final Set<String> BROUGHT = Set.of("GOOGLE", "GITHUB", "CUSTOM");

    /** Sign-in methods that are not accounts elsewhere. */
    private static final Set<String> OWN = Set.of("EMAIL", "PHONE", "TOTP", "WEBAUTHN");

    private final Map<Integer, JsonNode> rows = new LinkedHashMap<>();
    private final Map<Integer, String> aliases = new LinkedHashMap<>();
    private final Decisions decisions;

    /** @param all rows of the table {@code "Provider"}, oldest first */
    public Providers(List<JsonNode> all, Decisions decisions) {
        this.decisions = decisions;
        for (JsonNode row : all) {
            String type = row.path("type").asText();
            if (BROUGHT.contains(type)) {
                int id = row.path("id").intValue();
                String alias = type.toLowerCase(Locale.ROOT);
                boolean first = !type.equals("CUSTOM") && !aliases.containsValue(alias);
                rows.put(id, row);
                aliases.put(id, first ? alias : alias + "-" + id);
            }
        }
    }

    /** Rows of the table by alias. */
    public Map<String, JsonNode> byAlias() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        aliases.forEach((id, alias) -> found.put(alias, rows.get(id)));
        return found;
    }

    public Optional<String> alias(int id) {
        return Optional.ofNullable(aliases.get(id));
    }

    /** The alias of the provider of a linked account; empty if it is not brought. */
    Optional<String> of(JsonNode account) {
        String type = account.path("type").asText();
        if (OWN.contains(type)) {
            return Optional.empty();
        }
        JsonNode last = rows.get(account.path("last_active_provider_id").asInt(-1));
        if (last != null && fits(last, account)) {
            return alias(last.path("id").intValue());
        }
        for (JsonNode row : rows.values()) {
            if (fits(row, account)) {
                return alias(row.path("id").intValue());
            }
        }
        String reason = type.equals("MTLS")
                ? "are client certificates, for which the realm's flows have no step"
                : type.equals("ETHEREUM") ? "cannot be used with Keycloak" : "have no provider in Keycloak";
        String issuer = type.equals("CUSTOM") ? " of " + account.path("issuer").asText("") : "";
        decisions.about(Conflict.of(
                "accounts/" + type
                        + (issuer.isEmpty() ? "" : "/" + account.path("issuer").asText("")),
                "Linked accounts of type " + type + issuer + " " + reason + ". They are left out.",
                Conflict.NONE,
                Conflict.NONE));
        return Optional.empty();
    }

    private static boolean fits(JsonNode provider, JsonNode account) {
        String type = provider.path("type").asText();
        return type.equals(account.path("type").asText())
                && (!type.equals("CUSTOM")
                        || issuer(provider.path("params").path("issuer")).equals(issuer(account.path("issuer"))));
    }

    private static String issuer(JsonNode value) {
        return value.asText("").replaceFirst("/+$", "");
    }
}
