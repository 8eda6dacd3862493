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
 * Tracks what a code by e-mail proves: access to one mailbox. Two codes are one factor, so a second code never
 * completes what a first one has started, either in this login or in the session it continues.
 */
public final class CodeProof {

    private static final String NOTE = "encvoy.mailed_code";
    private static final String NOT_ALL = "not_all";

    /**
     * Credential types that authenticators using e-mail codes report to Keycloak; they do not indicate another factor.
     */
    private static final Set<String> MAILED = Set.of(OTPCredentialModel.TYPE);

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;

    CodeProof(AuthenticationFlowContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
    }

    /** Notes that a code was accepted as the only proof. The note is copied to the user session. */
    void note() {
        if (!hasAnotherProof()) {
            login.setUserSessionNote(NOTE, CodePurpose.of(context).context());
        }
    }

    /** Notes another factor: from now on the session rests on more than a code. */
    public static void noteAnother(AuthenticationSessionModel login) {
        if (login.getUserSessionNotes().containsKey(NOTE)) {
            login.setUserSessionNote(NOTE, NOT_ALL);
        }
    }

    /** Whether access to the mailbox is the only thing proved so far for this purpose. */
    boolean isAllThereIs() {
        String purpose = CodePurpose.of(context).context();
        return (purpose.equals(login.getUserSessionNotes().get(NOTE)) || isNotedInSession()) && !hasAnotherProof();
    }

    /**
     * Whether the user has proved anything in this login or at an identity provider. The session cookie is not a proof:
     * the address may have been changed in that session.
     */
    boolean hasAny() {
        return hasAnotherProof()
                || !AuthenticatorUtil.getAuthnCredentials(login).isEmpty()
                || login.getAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT) != null;
    }

    /** Step-up authentication builds on the proofs of the session; a login with forced reauthentication does not. */
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

    /** Whether a method other than this execution is set up for the user. */
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
