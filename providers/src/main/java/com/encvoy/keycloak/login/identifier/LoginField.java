package com.encvoy.keycloak.login.identifier;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.RealmModel;

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

    /**
     * Key of the label for exactly the fields that a realm accepts, such as {@code encvoyIdentifier.login.email}.
     *
     * @param fields allowed by the option
     */
    static String label(Set<LoginField> fields, RealmModel realm) {
        return "encvoyIdentifier."
                + accepted(fields, realm).stream()
                        .sorted()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("."));
    }

    private static Set<LoginField> accepted(Set<LoginField> fields, RealmModel realm) {
        Set<LoginField> accepted = EnumSet.copyOf(fields);
        if (realm.isRegistrationEmailAsUsername()) {
            // The user name is the address.
            if (accepted.remove(LOGIN)) {
                accepted.add(EMAIL);
            }
        } else if (!realm.isLoginWithEmailAllowed() && accepted.size() > 1) {
            accepted.remove(EMAIL);
        }
        return accepted;
    }
}
