package com.encvoy.keycloak.membership;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.PublicName;
import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.mail.Mail;
import com.encvoy.keycloak.mail.MailLanguage;
import com.encvoy.keycloak.mail.MailServer;

/**
 * Notifies the owners of an application of important changes, each in their own language. Only verified addresses get a
 * mail. A realm without a mail server sends none.
 */
public final class OwnerMail {

    private static final int MAX_OWNERS = 50;

    /** The limit per day, kind and application. */
    private static final int MAILS_OF_APPLICATION = 10;

    /** The limit per day and kind. */
    private static final int MAILS = 50;

    private final KeycloakSession session;
    private final ClientModel client;

    public OwnerMail(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** Says that the client secret was replaced, and by which user. */
    public void secretRotated(UserModel by) {
        if (isPossible()) {
            owners().forEach(owner -> send("secret-rotated", owner, shown(by)));
        }
    }

    /** Tells a new owner and the others of the appointment. */
    public void ownerAppointed(UserModel appointed, UserModel by) {
        if (!isPossible()) {
            return;
        }
        Map<String, UserModel> recipients = new LinkedHashMap<>();
        recipients.put(appointed.getId(), appointed);
        owners().forEach(owner -> recipients.putIfAbsent(owner.getId(), owner));
        recipients.values().forEach(owner -> {
            Map<String, Object> shown = shown(by);
            shown.put("yours", owner.getId().equals(appointed.getId()));
            publicName(appointed).ifPresent(name -> shown.put("owner", name));
            send("owner-appointed", owner, shown);
        });
    }

    private boolean isPossible() {
        return new MailServer(session, realm()).isConfigured();
    }

    private List<UserModel> owners() {
        return new Ownership(session).owners(client).stream().limit(MAX_OWNERS).toList();
    }

    private Map<String, Object> shown(UserModel by) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("application", Application.of(client).title());
        publicName(by).ifPresent(name -> shown.put("by", name));
        return shown;
    }

    private Optional<String> publicName(UserModel user) {
        return PublicName.of(realm(), user);
    }

    private void send(String name, UserModel owner, Map<String, Object> shown) {
        String address = owner.getEmail();
        if (StringUtil.isBlank(address) || !owner.isEmailVerified()) {
            return;
        }
        EventBuilder event = new EventBuilder(
                        realm(), session, session.getContext().getConnection())
                .event(EventType.CLIENT_UPDATE)
                .client(client)
                .user(owner)
                .detail(Details.EMAIL, address)
                .detail(Details.CONTEXT, name.replace('-', '_'));
        if (!mayBeSent(name, address)) {
            event.error(Errors.SLOW_DOWN);
            return;
        }
        Locale language = MailLanguage.of(realm(), owner);
        shown.put("when", now(language));
        new Mail(name, address, language, shown).send(session, event);
    }

    private boolean mayBeSent(String name, String address) {
        return new RateLimit(
                                session,
                                "mail." + name + ".application",
                                client.getId() + ' ' + address,
                                MAILS_OF_APPLICATION,
                                RateLimit.DAY)
                        .tryConsume()
                && new RateLimit(session, "mail." + name, address, MAILS, RateLimit.DAY).tryConsume();
    }

    /** With its zone: the reader's is not known. */
    private static String now(Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.ofEpochMilli(Time.currentTimeMillis()))
                + " UTC";
    }

    private RealmModel realm() {
        return client.getRealm();
    }
}
