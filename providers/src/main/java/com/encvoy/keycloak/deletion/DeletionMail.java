package com.encvoy.keycloak.deletion;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.application.RealmName;
import com.encvoy.keycloak.mail.Mail;
import com.encvoy.keycloak.mail.MailLanguage;
import com.encvoy.keycloak.mail.MailServer;

/**
 * Notifies a person that the account will be deleted, or was restored. Only a verified address gets a mail. A realm
 * without a mail server sends none.
 */
final class DeletionMail {

    /** The limit per day and kind. */
    private static final int MAILS = 10;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Locale language;

    DeletionMail(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.language = MailLanguage.of(realm, user);
    }

    /** @param day the last one on which the account can be restored */
    void marked(LocalDate day) {
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "until",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(day));
        if (realm.getClientByClientId(ApplicationPermissions.DASHBOARD_CLIENT) != null) {
            shown.put(
                    "link",
                    Urls.realmBase(session.getContext().getUri().getBaseUri())
                            .path("{realm}/dashboard")
                            .build(realm.getName())
                            .toString());
        }
        send("account-to-be-deleted", shown);
    }

    void restored() {
        send("account-restored", new HashMap<>());
    }

    private void send(String name, Map<String, Object> shown) {
        String address = user.getEmail();
        if (StringUtil.isBlank(address) || !user.isEmailVerified() || !new MailServer(session, realm).isConfigured()) {
            return;
        }
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.SEND_VERIFY_EMAIL)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.EMAIL, address)
                .detail(Details.CONTEXT, name.replace('-', '_'));
        if (!new RateLimit(session, "mail." + name, address, MAILS, RateLimit.DAY).tryConsume()) {
            event.error(Errors.SLOW_DOWN);
            return;
        }
        shown.put("application", RealmName.of(realm));
        new Mail(name, address, language, shown).send(session, event);
    }
}
