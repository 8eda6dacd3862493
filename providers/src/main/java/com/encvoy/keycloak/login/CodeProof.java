package com.encvoy.keycloak.login;

import java.util.Optional;
import java.util.Set;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a code by e-mail proves: that somebody reads one mailbox. Two of them are one factor, so a second code never completes what a
 * first one has begun, in this login or in the session that it continues.
 */
final class CodeProof {

    private static final String NOTE = "encvoy.mailed_code";

    /** What steps with a code by e-mail report to Keycloak; it says nothing about another proof. */
    private static final Set<String> MAILED = Set.of(OTPCredentialModel.TYPE);

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;

    CodeProof(AuthenticationFlowContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
    }

    /** Notes that a right code was typed. The note goes over into the session of the browser. */
    void note() {
        login.setUserSessionNote(NOTE, Boolean.TRUE.toString());
    }

    /** Whether everything that was proved so far is that somebody reads the mailbox. */
    boolean isAllThereIs() {
        return (isNoted() || isNotedInSession()) && !hasAnotherProof();
    }

    /** Whether somebody is named by the cookie of the session alone, and is asked to prove it again. */
    boolean isReauthenticationWithoutProof() {
        return AuthenticatorUtil.isForcedReauthentication(login) && AuthenticatorUtil.getAuthnCredentials(login).isEmpty();
    }

    private boolean isNoted() {
        return login.getUserSessionNotes().containsKey(NOTE);
    }

    /** A login that asks for a higher level builds on the proofs of the session; one that proves everything anew does not. */
    private boolean isNotedInSession() {
        if (context.getUser() == null || AuthenticatorUtil.isForcedReauthentication(login)) {
            return false;
        }
        UserSessionModel session = new AuthenticationSessionManager(context.getSession()).getUserSession(login);
        return session != null && session.getNote(NOTE) != null;
    }

    private boolean hasAnotherProof() {
        return AuthenticatorUtil.isPasswordValidated(login)
                || AuthenticatorUtil.getAuthnCredentials(login).stream().anyMatch(type -> !MAILED.contains(type));
    }

    /** Whether one of the other methods beside this step is set up. */
    boolean hasAlternative(UserModel user) {
        AuthenticationExecutionModel step = context.getExecution();
        return step.isAlternative() && context.getRealm().getAuthenticationExecutionsStream(step.getParentFlow())
                .filter(other -> other.isAlternative() && !other.isAuthenticatorFlow() && !other.getId().equals(step.getId()))
                .anyMatch(other -> authenticator(other).filter(method -> method.configuredFor(context.getSession(), context.getRealm(), user))
                        .isPresent());
    }

    private Optional<Authenticator> authenticator(AuthenticationExecutionModel step) {
        AuthenticatorFactory factory = (AuthenticatorFactory) context.getSession().getKeycloakSessionFactory()
                .getProviderFactory(Authenticator.class, step.getAuthenticator());
        return Optional.ofNullable(factory).map(known -> known.create(context.getSession()));
    }
}
