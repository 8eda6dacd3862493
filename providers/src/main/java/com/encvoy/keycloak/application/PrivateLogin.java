package com.encvoy.keycloak.application;

import org.keycloak.models.KeycloakSession;

/**
 * Has an answer to an introspection say no {@code username}: Keycloak adds it (RFC 7662, section 2.2) wherever the
 * token has no {@code preferred_username}, so exactly where a person keeps it private.
 */
public final class PrivateLogin {

    private static final String NOTE = PrivateLogin.class.getName();

    private PrivateLogin() {}

    /** Notes for the answer to the current request that the login is private. */
    public static void keepOutOfIntrospection(KeycloakSession session) {
        session.setAttribute(NOTE, true);
    }

    /** Whether the answer to the current request must not name the login. */
    public static boolean isKeptOut(KeycloakSession session) {
        return session.getAttribute(NOTE) != null;
    }
}
