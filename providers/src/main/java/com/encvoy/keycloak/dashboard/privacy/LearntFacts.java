package com.encvoy.keycloak.dashboard.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.encvoy.keycloak.claims.ClaimsPreview.Preview;

/**
 * What an application would learn, as the person reads it: a line for each fact, whichever claim contains it. Values
 * that only programs need, such as times of a token and links to pages, are left out.
 */
final class LearntFacts {

    /** Of each there is a message {@code claim.<name>}. */
    static final Set<String> NAMED = Set.of(
            "address",
            "birthdate",
            "email",
            "email_public",
            "email_verified",
            "family_name",
            "gender",
            "given_name",
            "groups",
            "hd",
            "locale",
            "login",
            "middle_name",
            "name",
            "nickname",
            "password_change_required",
            "password_updated_at",
            "phone_number",
            "phone_number_verified",
            "picture",
            "preferred_username",
            "profile",
            "publicExternalAccounts",
            "roles",
            "sub",
            "website",
            "zoneinfo");

    private static final Set<String> TECHNICAL = Set.of(
            "acr",
            "allowed-origins",
            "amr",
            "at_hash",
            "aud",
            "auth_time",
            "azp",
            "c_hash",
            "catalog",
            "exp",
            "iat",
            "iss",
            "jti",
            "lk",
            "nbf",
            "nonce",
            "orgClient",
            "s_hash",
            "scope",
            "session_state",
            "sid",
            "systemClient",
            "typ",
            "updated_at");

    private static final String CUSTOM_FIELDS = "custom_fields";

    private static final String ACCOUNTS = "publicExternalAccounts";

    private final ShownValue values;
    private final Map<String, String> customLabels;

    /** @param customLabels the realm's texts for custom fields, by name */
    LearntFacts(ShownValue values, Map<String, String> customLabels) {
        this.values = values;
        this.customLabels = customLabels;
    }

    /** Maps with {@code name}, {@code label} (empty if it has a message) and {@code value}. */
    List<Map<String, Object>> of(Preview learnt) {
        Map<String, Object> claims = new LinkedHashMap<>(learnt.idToken());
        claims.putAll(learnt.userinfo());
        claims.keySet().removeAll(TECHNICAL);
        List<Map<String, Object>> facts = new ArrayList<>();
        claims.forEach((name, value) -> {
            if (name.equals(CUSTOM_FIELDS) && value instanceof Map<?, ?> fields) {
                fields.forEach((field, held) -> facts.add(
                        fact(field.toString(), customLabels.getOrDefault(field.toString(), field.toString()), held)));
            } else if (name.equals(ACCOUNTS) && value instanceof List<?> accounts) {
                facts.add(fact(
                        name, "", accounts.stream().map(LearntFacts::account).toList()));
            } else if (value != null) {
                facts.add(fact(name, NAMED.contains(name) ? "" : name, value));
            }
        });
        return facts;
    }

    private static String account(Object account) {
        return account instanceof Map<?, ?> known
                ? known.get("label") + " (" + known.get("id") + ")"
                : String.valueOf(account);
    }

    private Map<String, Object> fact(String name, String label, Object value) {
        return Map.of("name", name, "label", label, "value", values.of(name, value));
    }
}
