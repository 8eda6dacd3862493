package com.encvoy.keycloak.login.gate;

import java.util.List;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/** Authenticator {@code encvoy-access-gate}. The settings of the application determine what it checks. */
public final class AccessGateAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-access-gate";

    public AccessGateAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: access gate",
                "Checks whether the user may use the application, according to its settings "
                        + "encvoy.authorize_only_admins, encvoy.authorize_only_employees and "
                        + "encvoy.allowed_email_domains and the role encvoy.blocked. Must be the last execution at "
                        + "the top level of the flow.",
                null,
                List.of(),
                Requirement.REQUIRED,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return AccessGateAuthenticator.INSTANCE;
    }
}
