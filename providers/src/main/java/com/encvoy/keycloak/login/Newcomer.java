package com.encvoy.keycloak.login;

import org.keycloak.sessions.AuthenticationSessionModel;

/** Somebody whose account has been created in this login. */
final class Newcomer {

    /** Keycloak's name for it, and from version 26.7 on set by Keycloak too. */
    private static final String NOTE = "NEW_USER_REGISTERED";

    private Newcomer() {
    }

    static void mark(AuthenticationSessionModel login) {
        login.setAuthNote(NOTE, Boolean.TRUE.toString());
    }

    static boolean isIn(AuthenticationSessionModel login) {
        return login.getAuthNote(NOTE) != null;
    }
}
