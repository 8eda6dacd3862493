package com.encvoy.keycloak.look;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;

/**
 * Keycloak's login pages, with the application's branding as the attribute {@code encvoy} for themes that support it.
 */
final class BrandedLoginFormsProvider extends FreeMarkerLoginFormsProvider {

    private final ThemeResourceCache resources;
    private boolean detached;

    BrandedLoginFormsProvider(KeycloakSession session, ThemeResourceCache resources) {
        super(session);
        this.resources = resources;
    }

    @Override
    protected Properties handleThemeResources(Theme theme, Locale wanted) {
        Locale locale = SpokenLocale.of(realm, theme, wanted);
        Map<String, Object> own = new HashMap<>(attributes);
        ThemeResourceCache.Entry known = resources.get(theme, realm, locale, () -> {
            // The provider may have rendered another language before: only attributes added now belong to this one.
            attributes.clear();
            Properties messages = super.handleThemeResources(theme, locale);
            Map<String, Object> added = new HashMap<>(attributes);
            // Created below for each page, because it depends on the page's attributes.
            added.remove("msg");
            attributes.putAll(own);
            return new ThemeResourceCache.Entry(messages, added);
        });
        attributes.putAll(known.attributes());
        attributes.put("msg", new MessageFormatterMethod(locale, new LayeredMessages(own, known.messages())));
        return known.messages();
    }

    /** Makes the parameters inert, because templates print the result unescaped. */
    @Override
    protected String formatMessage(FormMessage message, Properties messages, Locale locale) {
        if (message == null) {
            return null;
        }
        // Text that is not a message key comes from elsewhere, such as an error sent by an identity provider.
        return messages.containsKey(message.getMessage())
                ? super.formatMessage(
                        new FormMessage(
                                message.getField(), message.getMessage(), Markup.inert(message.getParameters())),
                        messages,
                        locale)
                : Markup.inert(message.getMessage());
    }

    @Override
    protected void createCommonAttributes(
            Theme theme, Locale wanted, Properties messages, UriBuilder baseUri, LoginFormsPages page) {
        super.createCommonAttributes(theme, SpokenLocale.of(realm, theme, wanted), messages, baseUri, page);
    }

    /** A JSON response is not rendered by a template. */
    @Override
    public Response createErrorPage(Response.Status status) {
        Response page = super.createErrorPage(status);
        if (page.getEntity() instanceof OAuth2ErrorRepresentation error) {
            error.setError(Markup.plain(error.getError()));
        }
        return page;
    }

    /** With the values that the application will receive. */
    @Override
    public Response createOAuthGrant() {
        UserModel person =
                user == null && authenticationSession != null ? authenticationSession.getAuthenticatedUser() : user;
        if (person != null && client != null && clientScopesRequested != null) {
            attributes.put("encvoyConsent", new Consent(session, client, person).attributes(clientScopesRequested));
        }
        return super.createOAuthGrant();
    }

    /** The page no longer belongs to a login. */
    @Override
    public LoginFormsProvider setDetachedAuthSession() {
        detached = true;
        return super.setDetachedAuthSession();
    }

    @Override
    protected Response processTemplate(Theme theme, String templateName, Locale wanted) {
        Locale locale = SpokenLocale.of(realm, theme, wanted);
        ClientModel application = authenticationSession == null ? client : authenticationSession.getClient();
        Branding branding = new Branding(realm, application);
        attributes.put("encvoy", branding);
        if (EndPage.isOne(templateName)) {
            EndPage page = new EndPage(session, realm, application, detached ? null : authenticationSession);
            attributes.put("encvoyEnd", page.attributes(templateName, messages));
        }
        if (branding.isCreateAccountHidden()) {
            attributes.put(LoginFormsProvider.REGISTRATION_DISABLED, true);
        }
        return super.processTemplate(theme, templateName, locale);
    }
}
