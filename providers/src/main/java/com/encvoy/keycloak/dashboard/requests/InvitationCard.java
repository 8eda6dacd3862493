package com.encvoy.keycloak.dashboard.requests;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.PublicName;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Moment;
import com.encvoy.keycloak.look.Branding;
import com.encvoy.keycloak.membership.ReceivedInvitations;
import com.encvoy.keycloak.membership.ReceivedInvitations.Received;

/** What the page shows of an invitation; who invited is named as far as that person shows a name to strangers. */
final class InvitationCard {

    private static final long SECOND = 1000;

    private final AccountVisit visit;
    private final ReceivedInvitations invitations;
    private final Locale language;

    InvitationCard(AccountVisit visit, ReceivedInvitations invitations) {
        this.visit = visit;
        this.invitations = invitations;
        this.language = visit.language();
    }

    Map<String, Object> model(Received received) {
        ClientModel client = received.client();
        Invitation invitation = received.invitation();
        Map<String, Object> card = new HashMap<>();
        card.put("path", "requests/" + invitation.id());
        card.put("name", Application.of(client).title());
        card.put("logo", new Branding(visit.realm(), client).getAvatar());
        card.put("address", address(client));
        card.put("created", Moment.day(invitation.created() * SECOND, language));
        card.put("expires", Moment.day(invitation.expires() * SECOND, language));
        card.put("admitted", invitations.isAdmitted(received));
        UserModel inviter = visit.session().users().getUserById(visit.realm(), invitation.invitedBy());
        Optional.ofNullable(inviter)
                .flatMap(person -> PublicName.of(visit.realm(), person))
                .ifPresent(name -> card.put("inviter", name));
        return card;
    }

    private String address(ClientModel client) {
        return StringUtil.isBlank(client.getBaseUrl())
                ? client.getRootUrl()
                : ResolveRelative.resolveRelativeUri(visit.session(), client.getRootUrl(), client.getBaseUrl());
    }
}
