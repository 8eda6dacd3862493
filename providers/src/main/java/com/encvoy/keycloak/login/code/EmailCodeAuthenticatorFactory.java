package com.encvoy.keycloak.login.code;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/**
 * Authenticator {@code encvoy-email-code}. Its options are those of {@link EmailCodeConfig}. With the reference
 * category, brute-force detection counts wrong codes and resets the count after a correct one.
 */
public final class EmailCodeAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-email-code";

    public EmailCodeAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: code by e-mail",
                "Sends a code by e-mail and asks for it. After the identifier it is the first factor, "
                        + "after another proof it is a second factor; in a reset flow it leads to a new password, in "
                        + "a registration flow it verifies the address.",
                OTPCredentialModel.TYPE,
                EmailCodeConfig.PROPERTIES,
                Requirement.REQUIRED,
                Requirement.ALTERNATIVE,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return EmailCodeAuthenticator.INSTANCE;
    }
}
