package com.encvoy.keycloak.claims;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ValueNode;

/**
 * The private values of a user: user name, e-mail address and phone number. They are removed from tokens by value,
 * under whatever name a mapper has added them.
 *
 * @param values in lower case
 */
record PrivateValues(Set<String> values) {

    private static final Set<String> IDENTIFIERS = Set.of("login", "email", "phone_number");

    /**
     * Claims that describe what a user may do (RFC 9068, section 2.2.3.1), not who the user is: a group may share its
     * name with a user.
     */
    private static final Set<String> PERMISSIONS = Set.of(
            "groups", "roles", "entitlements", "scope", "realm_access", "resource_access", "amr", "organization");

    static PrivateValues of(UserModel user, ReleasePolicy fields) {
        Map<String, String> known = new HashMap<>();
        known.put("login", user.getUsername());
        known.put("email", user.getEmail());
        known.put("phone_number", user.getFirstAttribute("phone_number"));
        known.put("given_name", user.getFirstName());
        known.put("family_name", user.getLastName());
        known.put("nickname", user.getFirstAttribute("nickname"));
        Set<String> values = values(known, IDENTIFIERS, field -> !fields.mayRelease(field));
        if (!values.isEmpty()) {
            // A value the user publishes under one name is not secret under another, such as an address that is also
            // the user name.
            values.removeAll(values(known, known.keySet(), fields::mayRelease));
        }
        return new PrivateValues(values);
    }

    private static Set<String> values(Map<String, String> known, Set<String> fields, Predicate<String> which) {
        return fields.stream()
                .filter(which)
                .map(known::get)
                .filter(StringUtil::isNotBlank)
                .map(PrivateValues::normalized)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String normalized(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** Removes the values from claims, including nested lists and objects. */
    void removeFrom(Map<String, Object> claims) {
        if (values.isEmpty()) {
            return;
        }
        claims.entrySet().removeIf(claim -> !PERMISSIONS.contains(claim.getKey()) && isPrivate(claim.getValue()));
        claims.replaceAll((name, value) -> PERMISSIONS.contains(name) ? value : without(value));
    }

    /** Whether this is one of the private values. */
    boolean isPrivate(Object value) {
        return (value instanceof String || value instanceof Number || value instanceof ValueNode)
                && values.contains(normalized(text(value)));
    }

    private static String text(Object value) {
        return value instanceof ValueNode json ? json.asText() : String.valueOf(value);
    }

    private Object without(Object value) {
        Object plain = value instanceof ContainerNode<?> json
                ? JsonSerialization.mapper.convertValue(json, Object.class)
                : value;
        if (!holdsPrivate(plain)) {
            return value;
        }
        if (plain instanceof Collection<?> list) {
            return list.stream()
                    .filter(entry -> !isPrivate(entry))
                    .map(this::without)
                    .toList();
        }
        Map<Object, Object> kept = new LinkedHashMap<>();
        ((Map<?, ?>) plain).forEach((name, entry) -> {
            if (PERMISSIONS.contains(name)) {
                kept.put(name, entry);
            } else if (!isPrivate(name) && !isPrivate(entry)) {
                kept.put(name, without(entry));
            }
        });
        return kept;
    }

    private boolean holdsPrivate(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().anyMatch(entry -> isPrivate(entry) || holdsPrivate(entry));
        }
        return value instanceof Map<?, ?> map
                && map.entrySet().stream()
                        .filter(entry -> !PERMISSIONS.contains(entry.getKey()))
                        .anyMatch(entry -> isPrivate(entry.getKey())
                                || isPrivate(entry.getValue())
                                || holdsPrivate(entry.getValue()));
    }
}
