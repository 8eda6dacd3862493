package com.encvoy.keycloak.login.identifier;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.keycloak.WebAuthnConstants;
import org.keycloak.common.Profile;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;

/** The page that asks who signs in. */
public final class IdentifierPage {

    /** What the template needs for the button of passkeys. The challenge is none. */
    private static final Map<String, Object> PASSKEYS = Map.of(
            WebAuthnConstants.ENABLE_WEBAUTHN_CONDITIONAL_UI,
            true,
            WebAuthnConstants.IS_USER_IDENTIFIED,
            "false",
            WebAuthnConstants.CHALLENGE,
            "",
            WebAuthnConstants.USER_VERIFICATION,
            "preferred",
            WebAuthnConstants.RP_ID,
            "",
            WebAuthnConstants.CREATE_TIMEOUT,
            0);

    private IdentifierPage() {}

    /**
     * The page as a realm's login begins with it, to be looked at; Keycloak's own if the realm has none of our steps.
     */
    public static Response picture(LoginFormsProvider page, RealmModel realm) {
        if (Profile.isFeatureEnabled(Profile.Feature.PASSKEYS)
                && Boolean.TRUE.equals(realm.getWebAuthnPolicyPasswordless().isPasskeysEnabled())) {
            PASSKEYS.forEach(page::setAttribute);
        }
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
