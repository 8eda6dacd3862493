package com.encvoy.keycloak.login.recovery;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetPassword;

import com.encvoy.keycloak.application.option.BooleanOption;
import com.encvoy.keycloak.login.flow.BaseAuthenticator;
import com.encvoy.keycloak.login.flow.ProviderConfig;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/**
 * Keycloak's authenticator that requires a new password, and schedules the follow-up once it is set, see
 * {@link PasswordResetFollowUp}.
 */
final class PasswordRecoveryAuthenticator extends BaseAuthenticator {

    static final BooleanOption END_SESSIONS = new BooleanOption(
            "end_sessions",
            "End all other sessions",
            "Once the new password is set, signs the user out of all other sessions; applications can "
                    + "no longer refresh tokens issued before.",
            true);
    static final BooleanOption NOTIFY = new BooleanOption(
            "notify", "Notify by e-mail", "Once the new password is set, notifies the user by e-mail.", true);

    static final PasswordRecoveryAuthenticator INSTANCE = new PasswordRecoveryAuthenticator();

    private final ResetPassword keycloak = new ResetPassword();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (SupersededLogin.startsOver(context)) {
            return;
        }
        ProviderConfig options = ProviderConfig.of(context);
        PasswordResetFollowUp.schedule(
                context.getAuthenticationSession(), options.flag(END_SESSIONS), options.flag(NOTIFY));
        keycloak.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        // It has no page of its own.
    }
}
