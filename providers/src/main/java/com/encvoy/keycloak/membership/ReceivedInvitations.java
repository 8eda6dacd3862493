package com.encvoy.keycloak.membership;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.access.InvitingApplications;
import com.encvoy.keycloak.application.editing.Refusal;

/** The open invitations of a user's verified address, at all applications, and the user's answers to them. */
public final class ReceivedInvitations {

    /** The most recent ones; a list that is longer is not read. */
    static final int MAX = 100;

    private final KeycloakSession session;
    private final UserModel user;
    private final Function<String, Stream<ClientModel>> inviting;

    /** An invitation and the application that it is for. */
    public record Received(ClientModel client, Invitation invitation) {}

    public ReceivedInvitations(KeycloakSession session, RealmModel realm, UserModel user) {
        this(session, user, email -> InvitingApplications.of(session, realm, email));
    }

    /** @param inviting the applications that invite an address */
    ReceivedInvitations(KeycloakSession session, UserModel user, Function<String, Stream<ClientModel>> inviting) {
        this.session = session;
        this.user = user;
        this.inviting = inviting;
    }

    /** The most recent one first; none while the address is not verified. Costs one statement. */
    public List<Received> list() {
        if (!user.isEmailVerified() || StringUtil.isBlank(user.getEmail())) {
            return List.of();
        }
        return inviting.apply(Invitations.normalized(user.getEmail()))
                .filter(client -> client.isEnabled()
                        && ApplicationPermissions.isApplication(client)
                        && !ApplicationRole.isMember(client, user))
                .flatMap(this::open)
                .sorted(Comparator.comparingLong(
                                (Received received) -> received.invitation().created())
                        .reversed()
                        .thenComparing(received -> received.client().getClientId()))
                .limit(MAX)
                .toList();
    }

    private Stream<Received> open(ClientModel client) {
        return Invitations.of(client).findOpenByEmail(user.getEmail()).stream()
                .map(invitation -> new Received(client, invitation));
    }

    /** @return empty for an invitation that is unknown, of another address, answered, expired or withdrawn */
    public Optional<Received> find(String id) {
        return list().stream()
                .filter(received -> received.invitation().id().equals(id))
                .findFirst();
    }

    /** Whether the application would let the user in: a block, for instance, outlives an invitation. */
    public boolean isAdmitted(Received received) {
        return AccessDecision.ofTokens(received.client(), user).isAllowed();
    }

    /**
     * Makes the user a member, as signing in to the application does, and fires an admin event.
     *
     * @param events supplies admin events on behalf of the user
     * @return why nothing changed: {@code not_admitted}, {@code invitation_closed} or {@code read_only}
     */
    public Optional<Refusal> accept(Received received, Supplier<AdminEventBuilder> events) {
        if (!isAdmitted(received)) {
            return MemberRefusal.NOT_ADMITTED.asRefusal();
        }
        try {
            if (!Membership.accept(session, received.client(), user)) {
                return MemberRefusal.INVITATION_CLOSED.asRefusal();
            }
        } catch (ReadOnlyException e) {
            return MemberRefusal.READ_ONLY.asRefusal();
        }
        events.get()
                .operation(OperationType.CREATE)
                .resource(MemberRoles.RESOURCE_TYPE)
                .resourcePath("applications", received.client().getClientId(), "members", user.getId())
                .representation(Map.of(
                        "role",
                        ApplicationRole.USER.name(),
                        "invitation",
                        received.invitation().id()))
                .success();
        return Optional.empty();
    }

    /** @return why nothing changed, as {@link InvitationService#decline} */
    public Optional<Refusal> decline(Received received, Supplier<AdminEventBuilder> events) {
        return new InvitationService(session, received.client(), events).decline(received.invitation(), user);
    }
}
