package com.encvoy.keycloak.look;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import jakarta.ws.rs.core.Response;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;

/** Keycloak's pages, with the application's look as {@code encvoy} for themes that know it. */
final class BrandedLoginFormsProvider extends FreeMarkerLoginFormsProvider {

    private final ThemeResourceCache resources;

    BrandedLoginFormsProvider(KeycloakSession session, ThemeResourceCache resources) {
        super(session);
        this.resources = resources;
    }

    @Override
    protected Properties handleThemeResources(Theme theme, Locale locale) {
        Map<String, Object> own = new HashMap<>(attributes);
        ThemeResourceCache.Entry known = resources.get(theme, realm, locale, () -> {
            // A provider may have been asked in another language before: only what is put now belongs to this one.
            attributes.clear();
            Properties messages = super.handleThemeResources(theme, locale);
            Map<String, Object> added = new HashMap<>(attributes);
            // Made anew for each page below: it knows the page's attributes.
            added.remove("msg");
            attributes.putAll(own);
            return new ThemeResourceCache.Entry(messages, added);
        });
        attributes.putAll(known.attributes());
        attributes.put("msg", new MessageFormatterMethod(locale, new LayeredMessages(own, known.messages())));
        return known.messages();
    }

    /** Templates print what became of it as it is. */
    @Override
    protected String formatMessage(FormMessage message, Properties messages, Locale locale) {
        if (message == null) {
            return null;
        }
        // A text that is no key of a message comes from elsewhere, such as an error that an identity provider has sent.
        return messages.containsKey(message.getMessage())
                ? super.formatMessage(
                        new FormMessage(
                                message.getField(), message.getMessage(), Markup.inert(message.getParameters())),
                        messages,
                        locale)
                : Markup.inert(message.getMessage());
    }

    /** The answer to a request for JSON is no template. */
    @Override
    public Response createErrorPage(Response.Status status) {
        Response page = super.createErrorPage(status);
        if (page.getEntity() instanceof OAuth2ErrorRepresentation error) {
            error.setError(Markup.plain(error.getError()));
        }
        return page;
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
