package com.encvoy.keycloak.login.flow;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Base class of the factories of the pack's required actions. */
public abstract class BaseRequiredActionFactory implements RequiredActionFactory {

    private final String id;
    private final String displayText;
    private final RequiredActionProvider action;
    private final List<ProviderConfigProperty> options;

    public BaseRequiredActionFactory(
            String id, String displayText, RequiredActionProvider action, List<ProviderConfigProperty> options) {
        this.id = id;
        this.displayText = displayText;
        this.action = action;
        this.options = options;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getDisplayText() {
        return displayText;
    }

    @Override
    public final RequiredActionProvider create(KeycloakSession session) {
        return GuardedAction.of(action);
    }

    @Override
    public final List<ProviderConfigProperty> getConfigMetadata() {
        return options;
    }

    @Override
    public void init(Config.Scope config) {
        // Required actions are configured in the realm.
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
