package com.encvoy.keycloak.login.identifier;

import java.util.List;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/** Step {@code encvoy-session-chooser}, in place of Keycloak's {@code auth-cookie}. */
public final class SessionChooserAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-session-chooser";

    public SessionChooserAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: session chooser",
                "Signs a browser that is signed in already in silently, like Keycloak's cookie"
                        + " step, whose place it takes. With prompt=select_account, or where the application has"
                        + " encvoy.always_choose_session, it asks whom to continue as.",
                null,
                List.of(),
                Requirement.ALTERNATIVE,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return SessionChooserAuthenticator.INSTANCE;
    }
}
