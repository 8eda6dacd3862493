package com.encvoy.keycloak.application.activity;

import java.util.Locale;

import org.keycloak.events.EventType;

/** The words for the successful actions of a person or an application. */
final class SignIn {

    private SignIn() {}

    /** The suffix of the message {@code activity.<code>}. */
    static String code(EventType type) {
        return switch (type) {
            case LOGIN -> "signed_in";
            case LOGOUT -> "signed_out";
            case REGISTER -> "registered";
            case CLIENT_LOGIN -> "machine_signed_in";
            case GRANT_CONSENT -> "consent_given";
            case REVOKE_GRANT -> "consent_withdrawn";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
