package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.authentication.requiredactions.util.EmailCooldownManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.login.flow.AccountSwitch;
import com.encvoy.keycloak.login.flow.GuardedAction;
import com.encvoy.keycloak.login.flow.GuardedActions;

/**
 * Keycloak's required action <em>Update Email</em>, with a code that is mailed to the new address in place of a link.
 * The old address stays until the code is entered. Only then does the action check, and say, whether the new one
 * belongs to another account. Where the realm does not ask for verified addresses, or cannot send mails, the address
 * changes at once and is unverified, as in Keycloak.
 */
public final class UpdateEmailByCode extends UpdateEmail {

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return GuardedAction.of(this);
    }

    @Override
    public int order() {
        return GuardedActions.BEFORE_KEYCLOAK;
    }

    /** Keycloak's, but for the one about links, and those of codes. */
    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Stream.concat(
                        super.getConfigMetadata().stream()
                                .filter(option ->
                                        !EmailCooldownManager.EMAIL_RESEND_COOLDOWN_SECONDS.equals(option.getName())),
                        EmailCodeConfig.CODE_PROPERTIES.stream())
                .toList();
    }

    @Override
    public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
        new NewAddress(login).forget();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isEnabled(context.getRealm()) && !NewAddress.isReadOnly(context.getSession(), context.getUser())) {
            new EmailChange(context).ask();
        } else {
            // This abandons the action.
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (AccountSwitch.isChosen(context.getHttpRequest())) {
            context.challenge(AccountSwitch.redirect(context));
        } else if (isEnabled(context.getRealm())) {
            new EmailChange(context).answer();
        } else {
            context.failure();
        }
    }
}
