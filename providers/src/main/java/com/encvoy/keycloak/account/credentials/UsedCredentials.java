package com.encvoy.keycloak.account.credentials;

import java.util.List;
import java.util.Set;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The credentials with which a person signed in. Keycloak names the one-time password and the key in its event, if they
 * came last, but not the password.
 */
public final class UsedCredentials {

    /** Detail of the event {@code LOGIN}: Keycloak's types of credentials, separated by spaces. Never renamed. */
    static final String DETAIL = "used_credential_types";

    private UsedCredentials() {}

    /** Adds the detail to the event of a sign-in with credentials; a silent one has none. */
    public static void note(AuthenticationSessionModel login, EventBuilder event) {
        List<String> types = AuthenticatorUtil.getAuthnCredentials(login);
        if (!types.isEmpty()) {
            event.detail(
                    DETAIL, String.join(" ", types.stream().distinct().sorted().toList()));
        }
    }

    /** The types that the event of a sign-in names. */
    static Set<String> of(Event event) {
        String types = event.getDetails() == null ? null : event.getDetails().get(DETAIL);
        return types == null ? Set.of() : Set.of(types.split(" "));
    }
}
