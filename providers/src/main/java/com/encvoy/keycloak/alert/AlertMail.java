package com.encvoy.keycloak.alert;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.application.RealmName;
import com.encvoy.keycloak.mail.Mail;
import com.encvoy.keycloak.mail.MailLanguage;
import com.encvoy.keycloak.mail.MailServer;

/**
 * A mail to a person about something that happened to their account. It is sent after the request, so that a mail
 * server that fails breaks nothing. Nothing in it acts when it is opened: its link leads to a page that shows the
 * account.
 */
final class AlertMail {

    /** The limit per day, kind and person: strangers who cause mails must not be able to fill a mailbox. */
    private static final int MAILS_OF_KIND = 10;

    /** The limit per day and address. */
    private static final int MAILS = 30;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Alert alert;
    private final Map<String, Object> shown = new HashMap<>();
    private boolean withDevice;

    AlertMail(KeycloakSession session, RealmModel realm, UserModel user, Alert alert) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.alert = alert;
    }

    /** Adds an attribute of the template. */
    AlertMail with(String name, Object value) {
        shown.put(name, value);
        return this;
    }

    /** Says with which browser, and from where: those of the current request, which must be the person's own. */
    AlertMail withDevice() {
        withDevice = true;
        return this;
    }

    /** Sends the mail to the address of the person, if it is verified, or if the realm does not verify addresses. */
    void send() {
        if (user.isEmailVerified() || !realm.isVerifyEmail()) {
            sendTo(user.getEmail());
        }
    }

    /** Sends the mail to a previous address of the person. */
    void sendTo(String address) {
        if (StringUtil.isBlank(address) || !alert.isOn(realm) || !new MailServer(session, realm).isConfigured()) {
            return;
        }
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(alert.event())
                .user(user)
                .detail(Details.EMAIL, address)
                .detail(Details.CONTEXT, alert.context());
        if (!mayBeSent(address)) {
            event.error(Errors.SLOW_DOWN);
            return;
        }
        Locale language = MailLanguage.of(realm, user);
        shown.put("application", RealmName.of(realm));
        shown.putAll(
                withDevice
                        ? Circumstances.ofRequest(session, language, alert.page())
                        : Circumstances.ofNow(session, language, alert.page()));
        new Mail(alert.mail(), address, language, shown).send(session, event);
    }

    private boolean mayBeSent(String address) {
        return new RateLimit(session, "mail." + alert.mail(), user.getId(), MAILS_OF_KIND, RateLimit.DAY).tryConsume()
                && new RateLimit(session, "mail.alert", address, MAILS, RateLimit.DAY).tryConsume();
    }
}
