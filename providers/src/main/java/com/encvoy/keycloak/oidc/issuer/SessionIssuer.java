package com.encvoy.keycloak.oidc.issuer;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The issuer that an application knows, as a note of its logins and sessions: it is needed in requests that do not come
 * from the application, such as a logout started elsewhere.
 *
 * <p>Keycloak's own note of this purpose cannot be used: access and refresh tokens get their issuer from it, and
 * Keycloak accepts only tokens of the realm's issuer.
 */
public final class SessionIssuer {

    /** Stored in sessions. Keycloak copies the notes of a login to the session of the application. */
    private static final String NOTE = "encvoy.issuer";

    private SessionIssuer() {}

    public static void begin(AuthenticationSessionModel login, String issuer) {
        login.setClientNote(NOTE, issuer);
    }

    /** @return null if the login was started at Keycloak's own endpoint */
    static String of(AuthenticationSessionModel login) {
        return login == null ? null : login.getClientNote(NOTE);
    }

    /** @return null if the application knows Keycloak's own issuer */
    static String of(AuthenticatedClientSessionModel session) {
        return session.getNote(NOTE);
    }

    /** @param issuer the application has just been told; null for Keycloak's own */
    static void remember(AuthenticatedClientSessionModel session, String issuer) {
        String known = of(session);
        if (issuer == null && known != null) {
            session.removeNote(NOTE);
        } else if (issuer != null && !issuer.equals(known)) {
            session.setNote(NOTE, issuer);
        }
    }
}
