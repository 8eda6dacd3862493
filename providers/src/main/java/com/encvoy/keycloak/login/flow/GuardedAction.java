package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.device.Device;

/**
 * Wraps one of Keycloak's required actions so that a superseded login neither sees nor completes it. A POST goes
 * directly to the required action and reaches no other hook. Its events tell the browser.
 *
 * @see SupersededLogin
 */
public class GuardedAction implements RequiredActionProvider {

    private final RequiredActionProvider action;

    private GuardedAction(RequiredActionProvider action) {
        this.action = action;
    }

    /**
     * Keycloak checks whether a required action implements {@link CredentialAction} or {@link CredentialRegistrator},
     * so the wrapper implements the same interfaces.
     */
    public static RequiredActionProvider of(RequiredActionProvider action) {
        if (action instanceof CredentialRegistrator) {
            return new Registrator(action);
        }
        return action instanceof CredentialAction ? new OnCredential(action) : new GuardedAction(action);
    }

    private static class OnCredential extends GuardedAction implements CredentialAction {

        private final CredentialAction action;

        OnCredential(RequiredActionProvider action) {
            super(action);
            this.action = (CredentialAction) action;
        }

        @Override
        public final String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
            return action.getCredentialType(session, login);
        }
    }

    private static final class Registrator extends OnCredential implements CredentialRegistrator {

        Registrator(RequiredActionProvider action) {
            super(action);
        }
    }

    /**
     * Adds this required action to a superseded login even if it is not due, so that the login cannot complete without
     * the challenge below.
     */
    @Override
    public final void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        SupersededLogin.noteFirstProof(login, context.getUser());
        if (SupersededLogin.isInRequest(context.getSession(), login, context.getUser())) {
            login.addRequiredAction(context.getAction());
        } else {
            action.evaluateTriggers(context);
        }
    }

    @Override
    public final void requiredActionChallenge(RequiredActionContext context) {
        if (!SupersededLogin.startsOver(context)) {
            action.requiredActionChallenge(context);
        }
    }

    @Override
    public final void processAction(RequiredActionContext context) {
        if (SupersededLogin.startsOver(context)) {
            return;
        }
        Device.describe(context.getSession(), context.getEvent());
        action.processAction(context);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            SupersededLogin.noteOwnChange(context.getAuthenticationSession(), context.getUser());
        }
    }

    @Override
    public final InitiatedActionSupport initiatedActionSupport() {
        return action.initiatedActionSupport();
    }

    @Override
    public final void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
        action.initiatedActionCanceled(session, login);
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"}) // Keycloak 26.6 and 26.7 still call it; may go with the method.
    public final int getMaxAuthAge() {
        return action.getMaxAuthAge();
    }

    @Override
    public final int getMaxAuthAge(KeycloakSession session) {
        return action.getMaxAuthAge(session);
    }

    @Override
    public final void close() {
        action.close();
    }
}
