package com.encvoy.keycloak.login;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's own provider of pages, which is chosen again with
 * {@code --spi-login--provider=freemarker}.
 */
public final class BrandedPagesFactory extends FreeMarkerLoginFormsProviderFactory {

    static final String PROVIDER_ID = "encvoy";

    private final PageResources resources = new PageResources();

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new BrandedPages(session, resources);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** Before Keycloak's, which has none. */
    @Override
    public int order() {
        return 1;
    }
}
