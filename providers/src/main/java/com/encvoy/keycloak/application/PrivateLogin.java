package com.encvoy.keycloak.application;

import org.keycloak.models.KeycloakSession;

/**
 * Keeps {@code username} out of introspection responses. Keycloak adds it (RFC 7662, section 2.2) whenever the token
 * has no {@code preferred_username}, which is exactly when the user keeps it private.
 */
public final class PrivateLogin {

    private static final String NOTE = PrivateLogin.class.getName();

    private PrivateLogin() {}

    /** Marks the user name as private for the response to the current request. */
    public static void keepOutOfIntrospection(KeycloakSession session) {
        session.setAttribute(NOTE, true);
    }

    /** Whether the response to the current request must omit the user name. */
    public static boolean isKeptOut(KeycloakSession session) {
        return session.getAttribute(NOTE) != null;
    }
}
