package com.encvoy.keycloak.login.identifier;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.WebAuthnConstants;
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
import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.PendingRegistration;
import com.encvoy.keycloak.login.flow.SelectedAuthenticator;
import com.encvoy.keycloak.password.EqualWork;

/**
 * Keycloak's password form for a {@link Claimant}: unknown identifiers, users without a password and locked accounts
 * get the same response as a wrong password, after the same amount of work.
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
        if (Claimant.startsOver(context)) {
            return;
        }
        SelectedAuthenticator selected = new SelectedAuthenticator(context);
        if (selected.isOtherExecution()) {
            context.attempted();
            return;
        }
        selected.reofferAlternatives();
        if (isConditionalPasskeysEnabled(context.getUser())) {
            webauthnAuth.fillContextForm(context);
        }
        context.challenge(createLoginForm(context.form()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (PendingRegistration.startsOver(context) || (!hasPasskey(context) && Claimant.startsOver(context))) {
            return;
        }
        super.action(context);
        UserModel user = context.getUser();
        if (user != null && alreadyAuthenticatedUsingPasswordlessCredential(context)) {
            // A passkey identifies its user.
            context.getAuthenticationSession()
                    .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, user.getUsername());
        }
    }

    private static boolean hasPasskey(AuthenticationFlowContext context) {
        return context.getHttpRequest().getDecodedFormParameters().containsKey(WebAuthnConstants.CREDENTIAL_ID);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        String password = form.getFirst(CredentialRepresentation.PASSWORD);
        Claimant claimant = Claimant.unsettled(context);
        if (password == null || password.isEmpty()) {
            claimant.fireError(Errors.INVALID_USER_CREDENTIALS);
            refuse(context, claimant, Messages.INVALID_USER);
            return false;
        }
        Optional<String> error = verify(context, claimant, password);
        if (error.isPresent()) {
            claimant.fireError(error.get());
            refuse(context, claimant, Messages.INVALID_USER);
            return false;
        }
        if (!claimant.isEnabled()) {
            claimant.fireError(Errors.USER_DISABLED);
            refuse(context, claimant, Messages.ACCOUNT_DISABLED);
            return false;
        }
        context.getAuthenticationSession().setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
        claimant.authenticate();
        CodeProof.noteAnother(context.getAuthenticationSession());
        return true;
    }

    /** @return the event error; empty if the password is correct */
    private static Optional<String> verify(AuthenticationFlowContext context, Claimant claimant, String password) {
        Optional<String> lock = claimant.bruteForceLockError();
        boolean hasPassword = claimant.user()
                .filter(user -> user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE))
                .isPresent();
        EqualWork work = new EqualWork(context.getSession(), () -> AuthenticatorUtils.dummyHash(context));
        if (lock.isPresent() || !hasPassword) {
            work.alone(password);
            claimant.countFailureOfNobody();
            return lock.or(() ->
                    Optional.of(claimant.user().isPresent() ? Errors.INVALID_USER_CREDENTIALS : Errors.USER_NOT_FOUND));
        }
        UserModel user = claimant.user().orElseThrow();
        work.besideHashOf(user, password);
        if (user.credentialManager().isValid(UserCredentialModel.password(password))) {
            return Optional.empty();
        }
        claimant.countFailure(PasswordCredentialModel.TYPE);
        return Optional.of(Errors.INVALID_USER_CREDENTIALS);
    }

    private void refuse(AuthenticationFlowContext context, Claimant claimant, String message) {
        claimant.settle();
        context.forceChallenge(challenge(context, message, CredentialRepresentation.PASSWORD));
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider form) {
        return form.createLoginPassword();
    }
}
