package com.encvoy.keycloak.dashboard.members;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.application.PublicName;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.shell.Moment;

/** What pages show of invitations: who invited is named as far as the viewer may see it. */
final class ShownInvitation {

    private final KeycloakSession session;
    private final ApplicationVisit visit;
    private final Locale language;

    ShownInvitation(KeycloakSession session, ApplicationVisit visit) {
        this.session = session;
        this.visit = visit;
        this.language = visit.visit().language();
    }

    Map<String, Object> model(Invitation invitation) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("path", "invitations/" + invitation.id());
        shown.put("email", invitation.email());
        shown.put("created", Moment.day(invitation.created() * 1000, language));
        shown.put("expires", Moment.day(invitation.expires() * 1000, language));
        if (invitation.isDeclined()) {
            shown.put("declined", Moment.day(invitation.declined() * 1000, language));
        }
        UserModel inviter = session.users().getUserById(visit.client().getRealm(), invitation.invitedBy());
        shown.put("inviterGone", inviter == null);
        shown.put("you", invitation.invitedBy().equals(visit.caller().user().getId()));
        Optional.ofNullable(inviter).flatMap(this::name).ifPresent(name -> shown.put("inviter", name));
        return shown;
    }

    private Optional<String> name(UserModel inviter) {
        return visit.permissions().seesPeopleWhole()
                ? Optional.of(WholeName.of(inviter))
                : PublicName.of(visit.client().getRealm(), inviter);
    }
}
