package com.encvoy.keycloak.alert;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.ReadOnlyException;

/**
 * The first sign-in of a person, which is not reported by mail, because any browser is new then. For people who signed
 * in before this was noted, it is the next one, so that an update of the pack does not send a mail to everyone.
 */
final class FirstSignIn {

    /** User attribute: milliseconds since the epoch. */
    static final String ATTRIBUTE = "encvoy.first_sign_in";

    private static final long DAY_MILLISECONDS = 24L * 60 * 60 * 1000;

    private FirstSignIn() {}

    /**
     * @return whether it was the first; always true if the storage of the user accepts no attributes, because nothing
     *     shows then that it was not
     */
    static boolean note(UserModel user) {
        if (isOver(user)) {
            return false;
        }
        try {
            user.setSingleAttribute(ATTRIBUTE, String.valueOf(Time.currentTimeMillis()));
        } catch (ReadOnlyException | ModelException e) {
            // A directory that is connected read-only.
        }
        return true;
    }

    /** Whether the request belongs to the first sign-in, in which people complete their account. */
    static boolean isUnderWay(KeycloakSession session, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return login != null && !AuthenticatorUtil.isSSOAuthentication(login) && !isOver(user);
    }

    /** Whether it is to come, and the account has just been created: administrators still complete it. */
    static boolean isToCome(UserModel user) {
        Long created = user.getCreatedTimestamp();
        return !isOver(user) && created != null && Time.currentTimeMillis() - created < DAY_MILLISECONDS;
    }

    private static boolean isOver(UserModel user) {
        return user.getFirstAttribute(ATTRIBUTE) != null;
    }
}
