package com.encvoy.keycloak.application;

import java.util.List;

import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;

/** Base class of Encvoy's protocol mappers: their description in the admin console. */
public abstract class EncvoyMapper extends AbstractOIDCProtocolMapper {

    private final String id;
    private final String displayType;
    private final String helpText;
    private final List<ProviderConfigProperty> options;

    protected EncvoyMapper(String id, String displayType, String helpText, List<ProviderConfigProperty> options) {
        this.id = id;
        this.displayType = displayType;
        this.helpText = helpText;
        this.options = options;
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
    public final String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public final String getHelpText() {
        return helpText;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return options;
    }
}
