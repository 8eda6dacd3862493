package com.encvoy.keycloak.login.identifier;

import jakarta.ws.rs.core.Response;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;

/** The page that asks who signs in. */
public final class IdentifierPage {

    private IdentifierPage() {}

    /** The page as a realm's login begins with it; Keycloak's own if the realm has none of our steps. */
    public static Response render(LoginFormsProvider page, RealmModel realm) {
        return IdentifierConfig.allOf(realm)
                .findFirst()
                .map(config -> labelled(page, config, realm).createLoginUsername())
                .orElseGet(page::createLoginUsernamePassword);
    }

    /** Names in the label what may be typed. */
    static LoginFormsProvider labelled(LoginFormsProvider page, IdentifierConfig config, RealmModel realm) {
        return page.setAttribute("encvoyIdentifierLabel", LoginField.label(config.fields(), realm));
    }
}
