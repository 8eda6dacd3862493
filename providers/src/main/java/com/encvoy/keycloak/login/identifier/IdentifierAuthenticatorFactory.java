package com.encvoy.keycloak.login.identifier;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/** Authenticator {@code encvoy-identifier}. Its options are those of {@link IdentifierConfig}. */
public final class IdentifierAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-identifier";

    public IdentifierAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: identifier",
                "Asks for user name, e-mail address or phone number. The next page is the same whether or "
                        + "not the account exists. Must precede the steps that authenticate the user.",
                null,
                IdentifierConfig.PROPERTIES,
                Requirement.REQUIRED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new IdentifierAuthenticator(session);
    }
}
