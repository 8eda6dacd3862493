package com.encvoy.keycloak.dashboard.requests;

import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.RequiredActions;
import com.encvoy.keycloak.mail.MailServer;

/** The action that verifies an address: Keycloak's link where it is enabled, as at the sign-in, else our code. */
final class Verification {

    private static final String CODE = "encvoy-verify-email";

    private Verification() {}

    /** @return empty if there is nothing to verify, or no way to */
    static Optional<String> of(KeycloakSession session, RealmModel realm, UserModel user) {
        if (user.isEmailVerified()
                || StringUtil.isBlank(user.getEmail())
                || !new MailServer(session, realm).isConfigured()) {
            return Optional.empty();
        }
        return Stream.of(UserModel.RequiredAction.VERIFY_EMAIL.name(), CODE)
                .filter(action -> RequiredActions.isEnabled(realm, action))
                .findFirst();
    }
}
