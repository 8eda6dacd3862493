package com.encvoy.keycloak.login.identifier;

import java.util.List;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/** Authenticator {@code encvoy-session-chooser}, which replaces Keycloak's {@code auth-cookie}. */
public final class SessionChooserAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-session-chooser";

    public SessionChooserAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: session chooser",
                "Signs in silently if the browser is already signed in, like Keycloak's cookie step, which "
                        + "it replaces. With prompt=select_account, or if the application has "
                        + "encvoy.always_choose_session, it asks which account to continue with.",
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
