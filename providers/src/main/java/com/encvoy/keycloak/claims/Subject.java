package com.encvoy.keycloak.claims;

import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.ValidatorInput;
import com.encvoy.keycloak.application.option.SettingsLog;

/** The {@code sub} that a user keeps from a previous provider: printable ASCII, at most 128 characters, unique. */
final class Subject {

    /** Sentry stores at most 128 characters; OpenID Connect Core 1.0, section 2, allows 255 ASCII characters. */
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private Subject() {}

    static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /** @param owner the user that may have the value; null if none may */
    static boolean isTaken(KeycloakSession session, RealmModel realm, String attribute, String value, UserModel owner) {
        UserModel byId = session.users().getUserById(realm, value);
        return (byId != null && ValidatorInput.isOther(byId, owner))
                || ValidatorInput.isTaken(session, realm, attribute, value, owner);
    }

    /** Empty if the user has no such subject, or one that could be mistaken for another user's. */
    static Optional<String> of(KeycloakSession session, RealmModel realm, UserModel user, String attribute) {
        String value = user.getFirstAttribute(attribute);
        if (StringUtil.isBlank(value)) {
            return Optional.empty();
        }
        if (!isWellFormed(value) || isTaken(session, realm, attribute, value, user)) {
            SettingsLog.warn(
                    "User '" + user.getId() + "' of realm '" + realm.getName() + "'",
                    attribute,
                    value,
                    "printable ASCII of up to 128 characters that no other user has",
                    "the user's id");
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
