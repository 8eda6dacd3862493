package com.encvoy.keycloak.login.code;

import java.util.Optional;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.PendingRegistration;

/**
 * Decides who may be sent a code.
 *
 * @param context of the step
 * @param claimant who is to prove the identity
 * @param purpose of the code
 * @param config of the step
 */
record CodeAdmission(
        AuthenticationFlowContext context, Claimant claimant, CodePurpose purpose, EmailCodeConfig config) {

    /** Whether the step makes sense for a person that is known. */
    boolean isReachable() {
        if (purpose == CodePurpose.VERIFICATION) {
            // A registration with an address that is taken has an account without one, and the same page as any other.
            return hasAddress() || PendingRegistration.isEmailInUse(context.getAuthenticationSession());
        }
        return hasAddress() && isTrusted();
    }

    /** Whether a mail leaves. */
    boolean mayBeSent() {
        // Asked in any case: it takes time.
        Optional<String> lock = claimant.bruteForceLockError();
        if (!hasAddress()
                || !claimant.isEnabled()
                || lock.filter(Errors.USER_DISABLED::equals).isPresent()) {
            return false;
        }
        // A person who was locked out by the guesses of others may still recover.
        return purpose != CodePurpose.SIGN_IN || (isTrusted() && lock.isEmpty());
    }

    /**
     * Whether the address may be the first proof. A second code may go to an address that is not verified after another
     * proof, such as a password, but not in a session that is only continued: the address may have been changed in it.
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
