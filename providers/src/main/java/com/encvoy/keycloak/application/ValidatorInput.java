package com.encvoy.keycloak.application;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The input of user profile validators: the values of one attribute. */
public final class ValidatorInput {

    private ValidatorInput() {}

    /** The first value; empty if there is none or if it is empty. A blank value is for the validator to judge. */
    public static Optional<String> first(Object input) {
        Object value =
                input instanceof List<?> values ? values.stream().findFirst().orElse(null) : input;
        return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /**
     * Whether another user has this value of an attribute.
     *
     * @param owner the user that may have the value; null if none may
     */
    public static boolean isTaken(
            KeycloakSession session, RealmModel realm, String attribute, String value, UserModel owner) {
        return session.users()
                .searchForUserByUserAttributeStream(realm, attribute, value)
                .anyMatch(other -> isOther(other, owner));
    }

    /** Whether the user is not the owner. */
    public static boolean isOther(UserModel user, UserModel owner) {
        return owner == null || !user.getId().equals(owner.getId());
    }
}
