package com.encvoy.keycloak.login.code;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.login.flow.PendingRegistration;

/**
 * Shows people who register the address that the code was sent to, as they typed it, and leads back to the form if it
 * is wrong. The unverified account is given up, so that its user name is free again. An account that only holds a name,
 * since the address has another account, is given up in the same way, so that this reveals nothing.
 */
final class AddressCorrection {

    private final AuthenticationFlowContext context;

    AddressCorrection(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** The page, with the address if there is one that can be corrected. */
    LoginFormsProvider form() {
        LoginFormsProvider form = context.form();
        if (isPossible()) {
            form.setAttribute(
                    "encvoyRegistrationAddress", PendingRegistration.address(context.getAuthenticationSession()));
        }
        return form;
    }

    private boolean isPossible() {
        return CodePurpose.of(context) == CodePurpose.VERIFICATION
                && isNew(context.getUser())
                && PendingRegistration.address(context.getAuthenticationSession()) != null;
    }

    /** An account that was ever verified, or that has a credential, is never given up here. */
    private static boolean isNew(UserModel user) {
        return user != null
                && !user.isEmailVerified()
                && user.credentialManager()
                        .getStoredCredentialsStream()
                        .findAny()
                        .isEmpty();
    }

    boolean isChosen() {
        return isPossible() && PendingRegistration.isCorrected(context.getHttpRequest());
    }

    void begin() {
        context.getEvent()
                .clone()
                .event(EventType.DELETE_ACCOUNT)
                .user(context.getUser())
                .detail(Details.REASON, "another_address")
                .success();
        new UserManager(context.getSession()).removeUser(context.getRealm(), context.getUser());
        PendingRegistration.correct(context.getAuthenticationSession());
        context.resetFlow();
    }
}
