package com.encvoy.keycloak.membership;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.PublicName;
import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.mail.Mail;

/**
 * Tells a person who invites them, and to which application, in the language of the account, or else in the one named
 * by the inviter.
 */
public final class InvitationMail {

    private static final int DAY = 24 * 60 * 60;

    private static final int MAILS_OF_APPLICATION = 3;
    private static final int MAILS = 20;

    /** The limit keeps a person with one application from mailing the whole world in the name of this server. */
    private static final int MAILS_OF_INVITER = 300;

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserModel inviter;
    private final Locale language;

    public InvitationMail(KeycloakSession session, ClientModel client, UserModel inviter, Locale language) {
        this.session = session;
        this.client = client;
        this.inviter = inviter;
        this.language = language;
    }

    /** @return false if the address has received too many mails within a day */
    public boolean send(Invitation invitation, Optional<UserModel> invited) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("application", Application.of(client).title());
        shown.put("address", invitation.email());
        PublicName.of(client.getRealm(), inviter).ifPresent(name -> shown.put("inviter", name));
        shown.put("days", Math.max(1, (invitation.expires() - invitation.created()) / DAY));
        if (StringUtil.isNotBlank(client.getBaseUrl())) {
            shown.put(
                    "link",
                    Urls.realmBase(session.getContext().getUri().getBaseUri())
                            .path("{realm}/api/applications/{client}/invitations/{id}/open")
                            .build(client.getRealm().getName(), client.getClientId(), invitation.id())
                            .toString());
        }
        EventBuilder event = new EventBuilder(
                        client.getRealm(), session, session.getContext().getConnection())
                .event(EventType.INVITE_ORG)
                .client(client)
                .detail(Details.EMAIL, invitation.email());
        invited.ifPresent(event::user);
        if (!mayBeSent(invitation.email())) {
            event.error(Errors.SLOW_DOWN);
            return false;
        }
        new Mail("invitation", invitation.email(), language(invited), shown).send(session, event);
        return true;
    }

    /**
     * Limits the mails that an address receives from one application and from all of them, however often it is invited.
     */
    private boolean mayBeSent(String email) {
        return new RateLimit(
                                session,
                                "mail.invitation.application",
                                client.getId() + ' ' + email,
                                MAILS_OF_APPLICATION,
                                RateLimit.DAY)
                        .tryConsume()
                && new RateLimit(session, "mail.invitation", email, MAILS, RateLimit.DAY).tryConsume()
                && new RateLimit(session, "mail.invitation.inviter", inviter.getId(), MAILS_OF_INVITER, RateLimit.DAY)
                        .tryConsume();
    }

    private Locale language(Optional<UserModel> invited) {
        return invited.map(user -> user.getFirstAttribute(UserModel.LOCALE))
                .map(Locale::forLanguageTag)
                .or(() -> Optional.ofNullable(language))
                .or(() -> Optional.ofNullable(client.getRealm().getDefaultLocale())
                        .map(Locale::forLanguageTag))
                .orElse(Locale.ENGLISH);
    }
}
