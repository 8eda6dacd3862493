package com.encvoy.keycloak.dashboard.look;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.dashboard.shell.Visit;
import com.encvoy.keycloak.login.identifier.IdentifierPage;

/**
 * The first page of the login, rendered as it is for people who sign in, but without a login: nothing is stored, and
 * nothing on the page can be used.
 */
final class Preview {

    private final Visit visit;

    Preview(Visit visit) {
        this.visit = visit;
    }

    /** Of an application of a realm, or of the drafts of both. */
    Response of(RealmModel realm, ClientModel client) {
        KeycloakSession session = visit.session();
        KeycloakContext context = session.getContext();
        RealmModel realRealm = context.getRealm();
        ClientModel realClient = context.getClient();
        session.setAttribute(
                LocaleSelectorProvider.USER_REQUEST_LOCALE, visit.language().toLanguageTag());
        URI nowhere = context.getUri().getRequestUri();
        context.setRealm(realm);
        context.setClient(client);
        try {
            LoginFormsProvider page = session.getProvider(LoginFormsProvider.class)
                    .setDetachedAuthSession()
                    .setActionUri(nowhere)
                    .setAttribute("encvoyPreview", true);
            guard(session, realRealm, page);
            return IdentifierPage.picture(page, realRealm);
        } finally {
            context.setRealm(realRealm);
            context.setClient(realClient);
        }
    }

    /** Keycloak's headers, and a sandbox: no script, no form, wherever the page is opened. */
    private static void guard(KeycloakSession session, RealmModel realm, LoginFormsProvider page) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = realm.getBrowserSecurityHeaders().getOrDefault(header.getKey(), header.getDefaultValue());
            boolean policy = header == BrowserSecurityHeaders.CONTENT_SECURITY_POLICY;
            if (value != null && (policy || !value.isEmpty())) {
                page.setResponseHeader(header.getHeaderName(), policy ? sandboxed(value) : value);
            }
        }
        page.setResponseHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String sandboxed(String policy) {
        String others = policy.strip().replaceFirst(";$", "");
        return (others.isEmpty() ? "" : others + "; ") + "sandbox; form-action 'none'";
    }
}
