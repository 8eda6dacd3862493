package com.encvoy.keycloak.membership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import com.encvoy.keycloak.mail.MailServer;

/** Creates and withdraws invitations to an application. The caller checks permissions. */
public final class InvitationService {

    /** Resource type of the admin events. */
    public static final String RESOURCE_TYPE = "ENCVOY_INVITATION";

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
     */
    public record Outcome(List<Invitation> created, Map<String, String> failed) {}

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
        Outcome outcome = new Outcome(new ArrayList<>(), new LinkedHashMap<>());
        for (String email : request.emails()) {
            Optional<UserModel> invited = user(email);
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
            if (new MailServer(session, client.getRealm()).isConfigured()) {
                new InvitationMail(session, client, inviter, request.language()).send(invitation, invited);
            }
        }
        return outcome;
    }

    /** Withdraws an invitation, which becomes invalid. */
    public void withdraw(Invitation invitation) {
        invitations.remove(invitation);
        event(OperationType.DELETE, invitation).success();
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
        return invited.filter(user -> ApplicationRole.isMember(client, user)).map(user -> "already_member");
    }
}
