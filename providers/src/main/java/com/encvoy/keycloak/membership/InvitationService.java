package com.encvoy.keycloak.membership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.mail.MailServer;

/** The invitations to an application, from the invitation to its end. The caller checks permissions. */
public final class InvitationService {

    /** Resource type of the admin events. */
    public static final String RESOURCE_TYPE = "ENCVOY_INVITATION";

    /** Limited because Keycloak caches them as attributes of one role. */
    static final int MAX_OPEN = 1000;

    private final KeycloakSession session;
    private final ClientModel client;
    private final Supplier<AdminEventBuilder> events;
    private final Invitations invitations;

    /**
     * Result of a request.
     *
     * @param created the invitations
     * @param failed the reason for each address that was not invited: {@code invalid_email} if no mail can ever reach
     *     it, or {@code already_member}
     * @param unmailed invited addresses that got no mail, because they have received too many within a day
     */
    public record Outcome(List<Invitation> created, Map<String, String> failed, List<String> unmailed) {}

    /** @param events supplies admin events on behalf of the user who invites or withdraws */
    public InvitationService(KeycloakSession session, ClientModel client, Supplier<AdminEventBuilder> events) {
        this.session = session;
        this.client = client;
        this.events = events;
        this.invitations = Invitations.of(client);
    }

    /**
     * Invites each address, notifies it by mail if the realm has a mail server, and fires an admin event. Replaces
     * earlier invitations of the same address.
     */
    public Outcome invite(InvitationRequest request, UserModel inviter) {
        invitations.removeExpired();
        Outcome outcome = new Outcome(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (String email : request.emails()) {
            // A database may be unable to compare something that is not an address.
            Optional<UserModel> invited = InvitedAddress.isReachable(email) ? user(email) : Optional.empty();
            Optional<String> problem = problem(email, invited);
            if (problem.isPresent()) {
                outcome.failed().put(email, problem.get());
                continue;
            }
            Invitation invitation = Invitation.create(email, request.lifetimeSeconds(), inviter.getId());
            invitations.add(invitation);
            outcome.created().add(invitation);
            event(OperationType.CREATE, invitation)
                    .representation(invitation.representation())
                    .success();
            if (new MailServer(session, client.getRealm()).isConfigured()
                    && !new InvitationMail(session, client, inviter, request.language()).send(invitation, invited)) {
                outcome.unmailed().add(email);
            }
        }
        return outcome;
    }

    /** Withdraws an invitation, which becomes invalid. */
    public void withdraw(Invitation invitation) {
        invitations.remove(invitation);
        event(OperationType.DELETE, invitation).success();
    }

    /**
     * Sends the mail of an invitation again; its expiry remains.
     *
     * @param sender who is named as the inviting user
     * @param language of mails to people without an account; null for the realm's
     * @return why the mail was not sent: {@code invitation_closed}, {@code already_member}, {@code no_mail_server} or
     *     {@code too_many_mails}
     */
    public Optional<Refusal> resend(Invitation invitation, UserModel sender, Locale language) {
        Optional<UserModel> invited = user(invitation.email());
        if (!invitation.isOpen()) {
            return MemberRefusal.INVITATION_CLOSED.asRefusal();
        }
        if (invited.filter(this::isKnownMember).isPresent()) {
            return MemberRefusal.ALREADY_MEMBER.asRefusal();
        }
        if (!new MailServer(session, client.getRealm()).isConfigured()) {
            return MemberRefusal.NO_MAIL_SERVER.asRefusal();
        }
        if (!new InvitationMail(session, client, sender, language).send(invitation, invited)) {
            return MemberRefusal.TOO_MANY_MAILS.asRefusal();
        }
        event(OperationType.ACTION, invitation).success();
        return Optional.empty();
    }

    /**
     * Keeps an invitation as declined by the invited user. Accepting one takes nothing but signing in.
     *
     * @return why nothing changed: {@code invitation_closed}, or {@code not_invited} if the invitation is of another
     *     address, or the user has not verified it
     */
    public Optional<Refusal> decline(Invitation invitation, UserModel user) {
        if (!user.isEmailVerified()
                || user.getEmail() == null
                || !Invitations.normalized(user.getEmail()).equals(invitation.email())) {
            return MemberRefusal.NOT_INVITED.asRefusal();
        }
        if (!invitation.isOpen()) {
            return MemberRefusal.INVITATION_CLOSED.asRefusal();
        }
        event(OperationType.UPDATE, invitation)
                .representation(invitations.decline(invitation).representation())
                .success();
        return Optional.empty();
    }

    private AdminEventBuilder event(OperationType operation, Invitation invitation) {
        return events.get()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("applications", client.getClientId(), "invitations", invitation.id());
    }

    private Optional<UserModel> user(String email) {
        try {
            return Optional.ofNullable(session.users().getUserByEmail(client.getRealm(), email));
        } catch (ModelDuplicateException e) {
            return Optional.empty();
        }
    }

    private Optional<String> problem(String email, Optional<UserModel> invited) {
        if (!InvitedAddress.isReachable(email)) {
            return Optional.of("invalid_email");
        }
        if (invited.filter(this::isKnownMember).isPresent()) {
            return Optional.of("already_member");
        }
        return invitations.list().size() < MAX_OPEN ? Optional.empty() : Optional.of("too_many_invitations");
    }

    /** A member who hides the address is invited once more: the answer would tell whose address it is. */
    private boolean isKnownMember(UserModel user) {
        return ApplicationRole.isMember(client, user)
                && ReleasePolicy.of(client.getRealm(), user).has("email");
    }
}
