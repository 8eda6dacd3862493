package com.encvoy.keycloak.login;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Executor {@code encvoy-access} of client policies; see {@link AccessExecutor}. */
public final class AccessExecutorFactory implements ClientPolicyExecutorProviderFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-access";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses to refresh tokens of people who may no longer use the application, by the settings that the step"
                + " Encvoy: access gate checks at the login.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return AccessExecutor.INSTANCE;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
