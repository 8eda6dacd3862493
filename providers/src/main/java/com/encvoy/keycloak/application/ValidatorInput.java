package com.encvoy.keycloak.application;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** What validators of user profiles are given: the values of one attribute. */
public final class ValidatorInput {

    private ValidatorInput() {}

    /** The first value; empty if there is none, or a blank one. */
    public static Optional<String> first(Object input) {
        Object value =
                input instanceof List<?> values ? values.stream().findFirst().orElse(null) : input;
        return value instanceof String text && StringUtil.isNotBlank(text) ? Optional.of(text) : Optional.empty();
    }

    /**
     * Whether another user has this value of an attribute.
     *
     * @param owner who may have it; null if no user may
     */
    public static boolean isTaken(
            KeycloakSession session, RealmModel realm, String attribute, String value, UserModel owner) {
        return session.users()
                .searchForUserByUserAttributeStream(realm, attribute, value)
                .anyMatch(other -> isOther(other, owner));
    }

    /** Whether a user is another one than the owner. */
    public static boolean isOther(UserModel user, UserModel owner) {
        return owner == null || !user.getId().equals(owner.getId());
    }
}
