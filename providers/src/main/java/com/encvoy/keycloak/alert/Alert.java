package com.encvoy.keycloak.alert;

import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.RealmSettings;
import com.encvoy.keycloak.application.Setting;

/**
 * An event that is reported to people by mail.
 *
 * @param mail name of the mail, which is part of names of templates and messages
 * @param page of the dashboard to look at
 * @param event which says that the mail was sent
 * @param setting whether it is reported to the people of a realm
 */
record Alert(String mail, String page, EventType event, Setting<Boolean> setting) {

    /** A sign-in with a browser in which the person has not signed in before. */
    static final Alert NEW_BROWSER =
            new Alert("new-browser", "activity", EventType.SEND_VERIFY_EMAIL, RealmSettings.MAIL_NEW_BROWSER);

    /** A changed e-mail address; the mail goes to the old one. */
    static final Alert EMAIL_CHANGED =
            new Alert("email-changed", "activity", EventType.SEND_VERIFY_EMAIL, RealmSettings.MAIL_EMAIL_CHANGED);

    /** A passkey, an authenticator app or another authentication factor was added or removed. */
    static final Alert FACTOR_CHANGED =
            new Alert("factor-changed", "security", EventType.SEND_VERIFY_EMAIL, RealmSettings.MAIL_FACTOR_CHANGED);

    /** Another password. */
    static final Alert PASSWORD_CHANGED = new Alert(
            "password-changed", "security", EventType.SEND_RESET_PASSWORD, RealmSettings.MAIL_PASSWORD_CHANGED);

    /** The event detail {@code context}; stored, never to be renamed. */
    String context() {
        return mail.replace('-', '_');
    }

    boolean isOn(RealmModel realm) {
        return setting.valueFor(realm, null);
    }
}
