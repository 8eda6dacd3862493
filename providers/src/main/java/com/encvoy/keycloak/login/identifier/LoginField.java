package com.encvoy.keycloak.login.identifier;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.encvoy.keycloak.application.option.SettingsLog;

/** A user field accepted as an identifier (Encvoy's {@code allowed_login_fields}). */
public enum LoginField {
    LOGIN,
    EMAIL,
    PHONE_NUMBER;

    static final String ALL = "login email phone_number";

    /**
     * @param text field names separated by white space; unknown names are ignored, and if none is left, all fields are
     *     allowed
     */
    static Set<LoginField> parse(String text, String where, String key) {
        Set<LoginField> fields = EnumSet.noneOf(LoginField.class);
        for (String name : text.split("[\\s,]+")) {
            try {
                fields.add(valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                SettingsLog.warn(
                        where, key, text, "one or more of " + ALL, "the known names, or all if there are none,");
            }
        }
        return fields.isEmpty() ? EnumSet.allOf(LoginField.class) : fields;
    }

    /** Key of the label for exactly these fields, such as {@code encvoyIdentifier.login.email}. */
    static String label(Set<LoginField> fields) {
        return "encvoyIdentifier."
                + fields.stream()
                        .sorted()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("."));
    }
}
