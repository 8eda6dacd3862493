package com.encvoy.keycloak.login.flow;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Base class of the factories of the pack's authenticators: their description in the admin console. */
public abstract class BaseAuthenticatorFactory implements AuthenticatorFactory {

    private final String id;
    private final String displayType;
    private final String helpText;
    private final String referenceCategory;
    private final List<ProviderConfigProperty> options;
    private final Requirement[] requirements;

    /** @param referenceCategory credential type under which brute-force detection counts failures; null for none */
    public BaseAuthenticatorFactory(
            String id,
            String displayType,
            String helpText,
            String referenceCategory,
            List<ProviderConfigProperty> options,
            Requirement... requirements) {
        this.id = id;
        this.displayType = displayType;
        this.helpText = helpText;
        this.referenceCategory = referenceCategory;
        this.options = options;
        this.requirements = requirements;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getDisplayType() {
        return displayType;
    }

    @Override
    public final String getHelpText() {
        return helpText;
    }

    @Override
    public final String getReferenceCategory() {
        return referenceCategory;
    }

    @Override
    public final boolean isConfigurable() {
        return !options.isEmpty();
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return options;
    }

    @Override
    public final Requirement[] getRequirementChoices() {
        return requirements.clone();
    }

    @Override
    public final boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // Authenticators are configured in the realm.
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
