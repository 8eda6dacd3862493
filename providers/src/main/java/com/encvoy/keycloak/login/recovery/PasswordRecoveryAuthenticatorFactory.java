package com.encvoy.keycloak.login.recovery;

import java.util.List;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/** Authenticator {@code encvoy-password-recovery}, which replaces Keycloak's {@code reset-password}. */
public final class PasswordRecoveryAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-password-recovery";

    public PasswordRecoveryAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: new password",
                "Requires a new password on Keycloak's page. Once it is set, other sessions end and the "
                        + "user is notified by e-mail.",
                null,
                List.of(
                        PasswordRecoveryAuthenticator.END_SESSIONS.property(),
                        PasswordRecoveryAuthenticator.NOTIFY.property()),
                Requirement.REQUIRED,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return PasswordRecoveryAuthenticator.INSTANCE;
    }
}
