package com.encvoy.keycloak.login.gate;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ClientModel;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.ending.AccessDenied;
import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.BaseRequiredAction;

/**
 * Checks access in logins that do not run through a flow with the authenticator of the same name, such as identity
 * provider logins, and again after an e-mail address has been verified.
 */
final class AccessGateAction extends BaseRequiredAction {

    static final AccessGateAction INSTANCE = new AccessGateAction();

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        AccessDecision access = AccessDecision.decide(login.getClient(), context.getUser());
        if (access.isAllowed()) {
            login.removeRequiredAction(AccessGateActionFactory.PROVIDER_ID);
        } else {
            login.addRequiredAction(AccessGateActionFactory.PROVIDER_ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ClientModel client = context.getAuthenticationSession().getClient();
        AccessDecision access = AccessDecision.decide(client, context.getUser());
        if (access.isAllowed()) {
            context.success();
        } else {
            context.challenge(AccessDenied.page(context, access.reason()));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (AccountSwitch.isChosen(context.getHttpRequest())) {
            context.challenge(AccountSwitch.redirect(context));
        } else {
            requiredActionChallenge(context);
        }
    }
}
