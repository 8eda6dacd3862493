package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Set;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

import com.encvoy.keycloak.login.flow.BaseAuthenticatorFactory;

/** Authenticator {@code encvoy-password}. */
public final class PasswordAuthenticatorFactory extends BaseAuthenticatorFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-password";

    public PasswordAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: password",
                "Keycloak's password form for the user named in the identifier step. Unknown identifiers "
                        + "and locked accounts get the same response as a wrong password.",
                PasswordCredentialModel.TYPE,
                List.of(),
                Requirement.REQUIRED,
                Requirement.ALTERNATIVE,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordAuthenticator(session);
    }

    /** Passkeys, where the realm has them: Keycloak lets people set up what some step asks for. */
    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return new UsernamePasswordFormFactory().getOptionalReferenceCategories(session);
    }
}
