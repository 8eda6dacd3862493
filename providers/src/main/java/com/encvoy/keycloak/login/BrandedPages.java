package com.encvoy.keycloak.login;

import java.util.Locale;

import jakarta.ws.rs.core.Response;

import com.encvoy.keycloak.application.Branding;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Keycloak's pages, with the application's look as {@code encvoy} for themes that know it. */
final class BrandedPages extends FreeMarkerLoginFormsProvider {

    BrandedPages(KeycloakSession session) {
        super(session);
    }

    @Override
    protected Response processTemplate(Theme theme, String templateName, Locale locale) {
        ClientModel application = authenticationSession == null ? client : authenticationSession.getClient();
        Branding branding = new Branding(realm, application);
        attributes.put("encvoy", branding);
        if (branding.isCreateAccountHidden()) {
            attributes.put(LoginFormsProvider.REGISTRATION_DISABLED, true);
        }
        return super.processTemplate(theme, templateName, locale);
    }
}
