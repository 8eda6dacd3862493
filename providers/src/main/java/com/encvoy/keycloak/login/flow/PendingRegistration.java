package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** State of a registration started in this login, stored as authentication notes. */
public final class PendingRegistration {

    /**
     * Keycloak's name for this note. Since 26.7 Keycloak sets it itself for accounts it creates; setting it here for
     * those may go when 26.6 is no longer supported.
     */
    private static final String NEW_USER = "NEW_USER_REGISTERED";

    private static final String VERIFIED = "encvoy.registration.verified";
    private static final String EMAIL_IN_USE = "encvoy.registration.taken";

    private PendingRegistration() {}

    /** @param user whose account was just created; null if there is none */
    public static void begin(AuthenticationSessionModel login, UserModel user) {
        login.setAuthNote(NEW_USER, "true");
        if (user != null && user.isEmailVerified()) {
            login.setAuthNote(VERIFIED, "true");
        }
    }

    /** Whether the registration itself verified the address, through an organization invitation. */
    public static boolean hasVerifiedAddress(AuthenticationSessionModel login) {
        return login.getAuthNote(VERIFIED) != null;
    }

    /** @param inUse whether the submitted address belongs to another account */
    public static void markEmailInUse(AuthenticationSessionModel login, boolean inUse) {
        if (inUse) {
            login.setAuthNote(EMAIL_IN_USE, "true");
        } else {
            login.removeAuthNote(EMAIL_IN_USE);
        }
    }

    /** Whether the submitted address belongs to another account. */
    public static boolean isEmailInUse(AuthenticationSessionModel login) {
        return login.getAuthNote(EMAIL_IN_USE) != null;
    }

    /**
     * Restarts the login if a registration was abandoned for another flow in the same tab. Its state must not be reused
     * there, whether or not it has created an account: a user is only known after a proof.
     *
     * @return whether the login was restarted
     */
    public static boolean startsOver(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean abandoned = FlowKind.of(context) != FlowKind.REGISTRATION
                && (isEmailInUse(login) || login.getAuthNote(NEW_USER) != null);
        if (abandoned) {
            context.resetFlow();
        }
        return abandoned;
    }
}
