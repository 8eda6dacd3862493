package com.encvoy.keycloak.login;

import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Somebody whose account has been created in this login. */
final class Newcomer {

    /** Keycloak's name for it, and from version 26.7 on set by Keycloak too. */
    private static final String NOTE = "NEW_USER_REGISTERED";

    private static final String VERIFIED = "encvoy.registration.verified";

    private Newcomer() {}

    /** @param user whose account has just been created; null where there is none */
    static void mark(AuthenticationSessionModel login, UserModel user) {
        login.setAuthNote(NOTE, "true");
        if (user != null && user.isEmailVerified()) {
            login.setAuthNote(VERIFIED, "true");
        }
    }

    /** Whether the registration itself has verified the address, through an invitation of an organization. */
    static boolean isBornVerified(AuthenticationSessionModel login) {
        return login.getAuthNote(VERIFIED) != null;
    }

    static boolean isIn(AuthenticationSessionModel login) {
        return login.getAuthNote(NOTE) != null;
    }
}
