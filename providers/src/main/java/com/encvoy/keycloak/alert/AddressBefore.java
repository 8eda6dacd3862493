package com.encvoy.keycloak.alert;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/**
 * The e-mail address that a person had before the request changed it. Admin events do not contain it, so it is noted
 * before the user profile is edited.
 */
public final class AddressBefore {

    private static final String NOTE = "encvoy.address-before.";

    private AddressBefore() {}

    /** Notes the address of a user whose profile may be changed, if it is the user's. */
    public static void note(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        String address = user.getEmail();
        if (realm != null
                && StringUtil.isNotBlank(address)
                && session.getAttribute(NOTE + user.getId()) == null
                && (user.isEmailVerified() || !realm.isVerifyEmail())) {
            session.setAttribute(NOTE + user.getId(), address);
        }
    }

    /** The noted address, once, if the user has another one now. */
    static Optional<String> changed(KeycloakSession session, UserModel user) {
        return Optional.ofNullable(session.getAttribute(NOTE + user.getId(), String.class))
                .filter(before -> !before.equalsIgnoreCase(user.getEmail()))
                .map(before -> {
                    session.removeAttribute(NOTE + user.getId());
                    return before;
                });
    }
}
