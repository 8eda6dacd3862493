package com.encvoy.keycloak.login.identifier;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;

import com.encvoy.keycloak.login.code.CodeProof;
import com.encvoy.keycloak.login.flow.Candidate;
import com.encvoy.keycloak.login.flow.ChosenMethod;
import com.encvoy.keycloak.login.flow.PendingRegistration;

/**
 * Keycloak's password page for a {@link Candidate}: unknown names, people without a password and locked accounts get
 * the answer that a wrong password gets, after the same work.
 */
final class PasswordAuthenticator extends UsernamePasswordForm {

    PasswordAuthenticator(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (PendingRegistration.startsOver(context)) {
            return;
        }
        if (alreadyAuthenticatedUsingPasswordlessCredential(context)) {
            context.success();
            return;
        }
        ChosenMethod chosen = new ChosenMethod(context);
        if (chosen.isAnother()) {
            context.attempted();
            return;
        }
        chosen.offerOthers();
        if (isConditionalPasskeysEnabled(context.getUser())) {
            webauthnAuth.fillContextForm(context);
        }
        context.challenge(createLoginForm(context.form()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (PendingRegistration.startsOver(context)) {
            return;
        }
        super.action(context);
        UserModel user = context.getUser();
        if (user != null && alreadyAuthenticatedUsingPasswordlessCredential(context)) {
            // A passkey says itself whose it is.
            context.getAuthenticationSession()
                    .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, user.getUsername());
        }
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        String password = form.getFirst(CredentialRepresentation.PASSWORD);
        Candidate candidate = Candidate.unsettled(context);
        if (password == null || password.isEmpty()) {
            candidate.report(Errors.INVALID_USER_CREDENTIALS);
            refuse(context, candidate, Messages.INVALID_USER);
            return false;
        }
        Optional<String> error = verify(context, candidate, password);
        if (error.isPresent()) {
            candidate.report(error.get());
            refuse(context, candidate, Messages.INVALID_USER);
            return false;
        }
        if (!candidate.isEnabled()) {
            candidate.report(Errors.USER_DISABLED);
            refuse(context, candidate, Messages.ACCOUNT_DISABLED);
            return false;
        }
        context.getAuthenticationSession().setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
        candidate.confirm();
        CodeProof.noteAnother(context.getAuthenticationSession());
        return true;
    }

    /** @return the error for the event; empty where the password is right */
    private static Optional<String> verify(AuthenticationFlowContext context, Candidate candidate, String password) {
        Optional<String> lock = candidate.lock();
        boolean hasPassword = candidate
                .user()
                .filter(user -> user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE))
                .isPresent();
        if (lock.isPresent() || !hasPassword) {
            AuthenticatorUtils.dummyHash(context);
            candidate.countFailureOfNobody();
            return lock.or(() -> Optional.of(
                    candidate.user().isPresent() ? Errors.INVALID_USER_CREDENTIALS : Errors.USER_NOT_FOUND));
        }
        if (candidate.user().orElseThrow().credentialManager().isValid(UserCredentialModel.password(password))) {
            return Optional.empty();
        }
        candidate.countFailure(PasswordCredentialModel.TYPE);
        return Optional.of(Errors.INVALID_USER_CREDENTIALS);
    }

    private void refuse(AuthenticationFlowContext context, Candidate candidate, String message) {
        candidate.settle();
        context.forceChallenge(challenge(context, message, CredentialRepresentation.PASSWORD));
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider form) {
        return form.createLoginPassword();
    }
}
