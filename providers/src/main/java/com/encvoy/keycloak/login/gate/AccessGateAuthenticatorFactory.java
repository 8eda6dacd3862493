package com.encvoy.keycloak.login.gate;

import java.util.List;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/** Step {@code encvoy-access-gate}. What it checks are settings of the application. */
public final class AccessGateAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-access-gate";

    public AccessGateAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: access gate",
                "Lets through who may use the application, by its settings encvoy.authorize_only_admins,"
                        + " encvoy.authorize_only_employees and encvoy.allowed_email_domains and by the role "
                        + "encvoy.blocked."
                        + " Put it last, on the top level of the flow.",
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
