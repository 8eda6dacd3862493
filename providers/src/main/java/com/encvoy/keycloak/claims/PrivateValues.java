package com.encvoy.keycloak.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.encvoy.keycloak.application.PublicFields;

import org.keycloak.models.UserModel;

/**
 * What a person keeps private, by value: the login, the address and the phone number leave under no name, whichever mapper has put them
 * into a token.
 *
 * @param values in lower case
 */
record PrivateValues(Set<String> values) {

    /** What a person is allowed to do (RFC 9068, section 2.2.3.1), not who it is: a group may have the name of a person. */
    private static final Set<String> PERMISSIONS = Set.of("groups", "roles", "entitlements", "scope");

    static PrivateValues of(UserModel user, PublicFields fields) {
        Set<String> values = new HashSet<>();
        add(values, fields.release("login"), user.getUsername());
        add(values, fields.release("email"), user.getEmail());
        add(values, fields.release("phone_number"), user.getFirstAttribute("phone_number"));
        return new PrivateValues(values);
    }

    private static void add(Set<String> values, boolean isPublic, String value) {
        if (!isPublic && value != null && !value.isBlank()) {
            values.add(value.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** Takes the values out of claims, and out of the lists and objects in them. */
    void removeFrom(Map<String, Object> claims) {
        if (values.isEmpty()) {
            return;
        }
        claims.entrySet().removeIf(claim -> !PERMISSIONS.contains(claim.getKey()) && isPrivate(claim.getValue()));
        claims.replaceAll((name, value) -> PERMISSIONS.contains(name) ? value : without(value));
    }

    /** Whether it is one of the values. */
    boolean isPrivate(Object value) {
        return value instanceof String text && values.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private Object without(Object value) {
        if (value instanceof List<?> list && list.stream().anyMatch(this::isOrHolds)) {
            return list.stream().filter(entry -> !isPrivate(entry)).map(this::without).toList();
        }
        if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(this::isOrHolds)) {
            return map.entrySet().stream().filter(entry -> entry.getValue() != null && !isPrivate(entry.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> without(entry.getValue())));
        }
        return value;
    }

    private boolean isOrHolds(Object value) {
        return isPrivate(value) || value instanceof List<?> list && list.stream().anyMatch(this::isOrHolds)
                || value instanceof Map<?, ?> map && map.values().stream().anyMatch(this::isOrHolds);
    }
}
