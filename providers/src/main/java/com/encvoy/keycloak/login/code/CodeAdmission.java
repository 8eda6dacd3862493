package com.encvoy.keycloak.login.code;

import java.util.Optional;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.PendingRegistration;

/**
 * Decides whether a code may be sent.
 *
 * @param context of the authenticator
 * @param claimant that is to prove the identity
 * @param purpose of the code
 * @param config of the authenticator
 */
record CodeAdmission(
        AuthenticationFlowContext context, Claimant claimant, CodePurpose purpose, EmailCodeConfig config) {

    /** Whether the authenticator is applicable to an identified user. */
    boolean isReachable() {
        if (purpose == CodePurpose.VERIFICATION) {
            // A registration with an address in use has an account without one, and must show the same page as any
            // other.
            return hasAddress() || PendingRegistration.isEmailInUse(context.getAuthenticationSession());
        }
        return hasAddress() && isTrusted();
    }

    /** Whether a mail is sent. */
    boolean mayBeSent() {
        // Always evaluated, because it takes time.
        Optional<String> lock = claimant.bruteForceLockError();
        if (!hasAddress()
                || !claimant.isEnabled()
                || lock.filter(Errors.USER_DISABLED::equals).isPresent()) {
            return false;
        }
        // Users locked out by someone else's guesses can still recover their account.
        return purpose != CodePurpose.SIGN_IN || (isTrusted() && lock.isEmpty());
    }

    /**
     * Whether the address is trusted as a first factor. After another factor, such as a password, a second code may go
     * to an unverified address, but not if the session is merely continued: the address may have been changed in it.
     */
    private boolean isTrusted() {
        boolean proved = claimant.isAuthenticated() && new CodeProof(context).hasAny();
        return purpose != CodePurpose.SIGN_IN
                || proved
                || !config.verifiedOnly()
                || claimant.user().filter(UserModel::isEmailVerified).isPresent();
    }

    private boolean hasAddress() {
        return claimant.user().filter(CodeRecipient::hasAddress).isPresent();
    }
}
