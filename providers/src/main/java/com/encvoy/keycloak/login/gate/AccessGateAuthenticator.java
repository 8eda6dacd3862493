package com.encvoy.keycloak.login.gate;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.account.credentials.UsedCredentials;
import com.encvoy.keycloak.ending.AccessDenied;
import com.encvoy.keycloak.login.code.VerifyEmailAction;
import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.BaseAuthenticator;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/**
 * Checks whether the user may use the application. Belongs at the end of a flow, after all kinds of authentication,
 * including silent sign-in.
 */
final class AccessGateAuthenticator extends BaseAuthenticator {

    static final AccessGateAuthenticator INSTANCE = new AccessGateAuthenticator();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (SupersededLogin.startsOver(context)) {
            return;
        }
        ClientModel client = context.getAuthenticationSession().getClient();
        AccessDecision access = AccessDecision.decide(client, context.getUser());
        if (access.isAllowed() || (access == AccessDecision.EMAIL_NOT_VERIFIED && VerifyEmailAction.isDue(context))) {
            UsedCredentials.note(context.getAuthenticationSession(), context.getEvent());
            context.success();
        } else {
            context.forceChallenge(AccessDenied.page(context, access.reason()));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (AccountSwitch.isChosen(context.getHttpRequest())) {
            context.forceChallenge(AccountSwitch.redirect(context));
        } else {
            authenticate(context);
        }
    }
}
