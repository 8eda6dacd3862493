package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a login remembers of a registration that was begun in it, as notes of the authentication session. */
public final class PendingRegistration {

    /** Keycloak's name for it, which Keycloak sets itself from version 26.7 on. */
    private static final String NEW_USER = "NEW_USER_REGISTERED";

    private static final String VERIFIED = "encvoy.registration.verified";
    private static final String EMAIL_IN_USE = "encvoy.registration.taken";

    private PendingRegistration() {}

    /** @param user whose account has just been created; null if there is none */
    public static void begin(AuthenticationSessionModel login, UserModel user) {
        login.setAuthNote(NEW_USER, "true");
        if (user != null && user.isEmailVerified()) {
            login.setAuthNote(VERIFIED, "true");
        }
    }

    /** Whether the registration itself has verified the address, through an invitation of an organization. */
    public static boolean hasVerifiedAddress(AuthenticationSessionModel login) {
        return login.getAuthNote(VERIFIED) != null;
    }

    /** @param inUse whether the address that was typed belongs to another account */
    public static void markEmailInUse(AuthenticationSessionModel login, boolean inUse) {
        if (inUse) {
            login.setAuthNote(EMAIL_IN_USE, "true");
        } else {
            login.removeAuthNote(EMAIL_IN_USE);
        }
    }

    /** Whether the address that was typed belongs to another account. */
    public static boolean isEmailInUse(AuthenticationSessionModel login) {
        return login.getAuthNote(EMAIL_IN_USE) != null;
    }

    /**
     * Starts the login over if a registration was abandoned for another flow of the same tab. Nothing of it may be used
     * there, whether or not it has created an account: a person is known only after a proof.
     *
     * @return whether it was
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
