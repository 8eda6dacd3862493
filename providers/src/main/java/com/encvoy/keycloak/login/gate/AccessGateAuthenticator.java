package com.encvoy.keycloak.login.gate;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.access.Access;
import com.encvoy.keycloak.login.code.VerifyEmailAction;
import com.encvoy.keycloak.login.flow.OtherAccount;
import com.encvoy.keycloak.login.flow.Step;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/**
 * Lets through who may use the application. It belongs at the end of a flow, after every kind of authentication, the
 * silent one included.
 */
final class AccessGateAuthenticator extends Step {

    static final AccessGateAuthenticator INSTANCE = new AccessGateAuthenticator();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (SupersededLogin.startsOver(context)) {
            return;
        }
        ClientModel client = context.getAuthenticationSession().getClient();
        Access access = Access.decide(client, context.getUser());
        if (access.isAllowed() || (access == Access.EMAIL_NOT_VERIFIED && VerifyEmailAction.isDue(context))) {
            context.success();
        } else {
            context.forceChallenge(
                    AccessDenied.page(context.form(), context.getEvent(), client, context.getUser(), access.reason()));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (OtherAccount.isChosen(context.getHttpRequest())) {
            context.forceChallenge(OtherAccount.redirect(context));
        } else {
            authenticate(context);
        }
    }
}
