package com.encvoy.keycloak.dashboard.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.claims.ClaimsPreview.Preview;
import com.encvoy.keycloak.dashboard.shell.Moment;

/** Claims as people read them: a row for each, with its value in the ID token and at {@code /me}. */
final class ClaimRows {

    /** Claims of which there is a message {@code claim.<name>}. */
    private static final Set<String> NAMED = Set.of(
            "acr",
            "aud",
            "auth_time",
            "azp",
            "birthdate",
            "email",
            "email_verified",
            "exp",
            "family_name",
            "given_name",
            "hd",
            "iat",
            "iss",
            "jti",
            "locale",
            "login",
            "name",
            "nickname",
            "phone_number",
            "phone_number_verified",
            "picture",
            "preferred_username",
            "sid",
            "sub",
            "typ");

    /** Claims that are seconds since the epoch. */
    private static final Set<String> TIMES = Set.of("auth_time", "exp", "iat", "nbf", "password_updated_at");

    private final Locale language;

    ClaimRows(Locale language) {
        this.language = language;
    }

    List<Map<String, Object>> of(Preview learnt) {
        Set<String> names = new LinkedHashSet<>(learnt.userinfo().keySet());
        names.addAll(learnt.idToken().keySet());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(Map.of(
                    "name", name,
                    "named", NAMED.contains(name),
                    "idToken", text(name, learnt.idToken().get(name)),
                    "userinfo", text(name, learnt.userinfo().get(name))));
        }
        return rows;
    }

    private String text(String name, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number seconds && TIMES.contains(name) && seconds.longValue() > 0) {
            return seconds + " (" + Moment.text(seconds.longValue() * 1000, language) + ")";
        }
        if (value instanceof Collection<?> values && values.stream().noneMatch(ClaimRows::isNested)) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return isNested(value) ? json(value) : String.valueOf(value);
    }

    private static boolean isNested(Object value) {
        return value instanceof Map || value instanceof Collection;
    }

    private static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
