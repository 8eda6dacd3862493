package com.encvoy.keycloak.login.flow;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.forms.login.LoginFormsProvider;

/** Keycloak's required action, whose page also states the rules and knows whether there is a password to replace. */
final class PasswordChoice extends UpdatePassword {

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        explain(context);
        super.requiredActionChallenge(context);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        explain(context);
        super.processAction(context);
    }

    /**
     * Keycloak has one page for each request, so the attributes are there when its action shows it. Not the page of the
     * context, which has the address of this action: the next page of the request, such as the consent, would keep it.
     */
    private static void explain(RequiredActionContext context) {
        LoginFormsProvider page = context.getSession().getProvider(LoginFormsProvider.class);
        PasswordRules.forPassword(page, context.getRealm(), context.getUser());
    }
}
