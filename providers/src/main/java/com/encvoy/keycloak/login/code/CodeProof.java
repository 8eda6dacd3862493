package com.encvoy.keycloak.login.code;

import java.util.Optional;
import java.util.Set;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a code by e-mail proves: that a person reads one mailbox. Two of them are one factor, so a second code never
 * completes what a first one has begun, in this login or in the session that it continues.
 */
public final class CodeProof {

    private static final String NOTE = "encvoy.mailed_code";
    private static final String NOT_ALL = "not_all";

    /** What steps with a code by e-mail report to Keycloak; it says nothing about another proof. */
    private static final Set<String> MAILED = Set.of(OTPCredentialModel.TYPE);

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;

    CodeProof(AuthenticationFlowContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
    }

    /**
     * Notes that a right code was typed where nothing else was proved. The note goes over into the session of the
     * browser.
     */
    void note() {
        if (!hasAnotherProof()) {
            login.setUserSessionNote(NOTE, CodePurpose.of(context).context());
        }
    }

    /** Notes another proof: what the session has is more than a code from now on. */
    public static void noteAnother(AuthenticationSessionModel login) {
        if (login.getUserSessionNotes().containsKey(NOTE)) {
            login.setUserSessionNote(NOTE, NOT_ALL);
        }
    }

    /** Whether everything that was proved so far, for the same purpose, is that a person reads the mailbox. */
    boolean isAllThereIs() {
        String purpose = CodePurpose.of(context).context();
        return (purpose.equals(login.getUserSessionNotes().get(NOTE)) || isNotedInSession()) && !hasAnotherProof();
    }

    /**
     * Whether the person has proved something in this login, or at an identity provider. The cookie of a session is no
     * proof: the address may have been changed in that session.
     */
    boolean hasAny() {
        return hasAnotherProof()
                || !AuthenticatorUtil.getAuthnCredentials(login).isEmpty()
                || login.getAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT) != null;
    }

    /**
     * A login that asks for a higher level builds on the proofs of the session; one that proves everything anew does
     * not.
     */
    private boolean isNotedInSession() {
        if (context.getUser() == null || AuthenticatorUtil.isForcedReauthentication(login)) {
            return false;
        }
        UserSessionModel session = new AuthenticationSessionManager(context.getSession()).getUserSession(login);
        return session != null && CodePurpose.SIGN_IN.context().equals(session.getNote(NOTE));
    }

    private boolean hasAnotherProof() {
        return AuthenticatorUtil.isPasswordValidated(login)
                || AuthenticatorUtil.getAuthnCredentials(login).stream().anyMatch(type -> !MAILED.contains(type));
    }

    /** Whether one of the other methods beside this step is set up. */
    boolean hasAlternative(UserModel user) {
        AuthenticationExecutionModel step = context.getExecution();
        return step.isAlternative()
                && context.getRealm()
                        .getAuthenticationExecutionsStream(step.getParentFlow())
                        .filter(other -> other.isAlternative()
                                && !other.isAuthenticatorFlow()
                                && !other.getId().equals(step.getId()))
                        .anyMatch(other -> authenticator(other)
                                .filter(method -> method.configuredFor(context.getSession(), context.getRealm(), user))
                                .isPresent());
    }

    private Optional<Authenticator> authenticator(AuthenticationExecutionModel step) {
        AuthenticatorFactory factory = (AuthenticatorFactory) context.getSession()
                .getKeycloakSessionFactory()
                .getProviderFactory(Authenticator.class, step.getAuthenticator());
        return Optional.ofNullable(factory).map(known -> known.create(context.getSession()));
    }
}
