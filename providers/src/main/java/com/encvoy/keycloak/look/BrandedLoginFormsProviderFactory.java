package com.encvoy.keycloak.look;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

import com.encvoy.keycloak.application.option.BooleanOption;

/** Replaces Keycloak's login forms provider. Select Keycloak's again with {@code --spi-login--provider=freemarker}. */
public final class BrandedLoginFormsProviderFactory extends FreeMarkerLoginFormsProviderFactory {

    static final String PROVIDER_ID = "encvoy";

    static final BooleanOption CACHE_RESOURCES = new BooleanOption(
            "cache-resources",
            null,
            "Whether messages and properties of a theme are merged once and cached instead of for " + "every page.",
            true);

    private volatile ThemeResourceCache resources = new ThemeResourceCache(CACHE_RESOURCES.defaultValue());

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        resources = new ThemeResourceCache(CACHE_RESOURCES.read(config.get(CACHE_RESOURCES.key()), "Provider 'login'"));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of(CACHE_RESOURCES.property());
    }

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new BrandedLoginFormsProvider(session, resources);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** Higher than the order of Keycloak's factory, which is 0. */
    @Override
    public int order() {
        return 1;
    }
}
