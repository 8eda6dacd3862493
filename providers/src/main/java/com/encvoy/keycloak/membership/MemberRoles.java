package com.encvoy.keycloak.membership;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;
import org.keycloak.storage.ReadOnlyException;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.access.Invitation;
import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.application.editing.Refusal;

/**
 * Changes to a member of an application. Each returns why nothing was changed; empty if it was changed, or if there was
 * nothing to change. Callers check beforehand whether the person may manage members at all.
 */
public final class MemberRoles {

    /** Resource type of the admin events. */
    public static final String RESOURCE_TYPE = "ENCVOY_MEMBER";

    private final KeycloakSession session;
    private final ClientModel client;
    private final Caller caller;
    private final MemberRules rules;

    public MemberRoles(KeycloakSession session, ClientModel client, Caller caller) {
        this.session = session;
        this.client = client;
        this.caller = caller;
        this.rules = new MemberRules(session, client, caller);
    }

    /**
     * Makes a role the only one of the three that a member has. Administrators may appoint people who are not members.
     * The new owner and the other owners are notified.
     */
    public Optional<Refusal> appoint(UserModel user, ApplicationRole role) {
        DirectRoles direct = new DirectRoles(client, user);
        List<RoleModel> others = direct.allBut(role);
        boolean isNew = !direct.has(role);
        Optional<MemberRefusal> refusal = rules.toAppoint(user, role, others);
        if (refusal.isPresent()) {
            return refusal.get().asRefusal();
        }
        if (!isNew && others.isEmpty()) {
            return Optional.empty();
        }
        OperationType operation = ApplicationRole.isMember(client, user) ? OperationType.UPDATE : OperationType.CREATE;
        List<String> before = direct.names();
        return change(() -> {
            others.forEach(user::deleteRoleMapping);
            user.grantRole(role(role.name()));
            record(operation, user, Map.of("role", role.name(), "before", before));
            if (role == ApplicationRole.OWNER && isNew) {
                new OwnerMail(session, client).ownerAppointed(user, caller.user());
            }
            AccessDecision access = AccessDecision.ofTokens(client, user);
            if (!access.isAllowed()) {
                sessions(user).end(access.reason());
            }
        });
    }

    /** Blocks a member, who keeps the role, and ends the sessions at the application. */
    public Optional<Refusal> block(UserModel user) {
        if (AccessDecision.isBlocked(client, user)) {
            return Optional.empty();
        }
        return rules.toBlock(user)
                .map(MemberRefusal::asRefusal)
                .orElseGet(() -> change(() -> {
                    user.grantRole(role(AccessDecision.BLOCKED_ROLE));
                    record(OperationType.UPDATE, user, Map.of("blocked", true));
                    sessions(user).end(AccessDecision.BLOCKED.reason());
                }));
    }

    /** Ends the block of a member or former member. */
    public Optional<Refusal> unblock(UserModel user) {
        if (!AccessDecision.isBlocked(client, user)) {
            return Optional.empty();
        }
        return rules.toUnblock(user)
                .map(MemberRefusal::asRefusal)
                .orElseGet(() -> change(() -> {
                    Optional.ofNullable(client.getRole(AccessDecision.BLOCKED_ROLE))
                            .ifPresent(user::deleteRoleMapping);
                    List<String> named = user.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)
                            .toList();
                    List<String> kept = named.stream()
                            .filter(name -> !name.equals(client.getClientId()) && !name.equals(client.getId()))
                            .toList();
                    if (kept.size() < named.size()) {
                        user.setAttribute(AccessDecision.BLOCKED_ATTRIBUTE, kept);
                    }
                    record(OperationType.UPDATE, user, Map.of("blocked", false));
                }));
    }

    /** Ends the sessions of a member at the application, and its refresh and offline tokens. */
    public Optional<Refusal> endSessions(UserModel user) {
        return rules.toEndSessions(user).map(MemberRefusal::asRefusal).orElseGet(() -> {
            int ended = sessions(user).end("ended");
            record(OperationType.ACTION, user, Map.of("sessions_ended", ended));
            return Optional.empty();
        });
    }

    /**
     * Removes a member's roles in the application, sessions, consent and open invitation. A block remains. Members may
     * remove themselves.
     */
    public Optional<Refusal> remove(UserModel user) {
        List<RoleModel> roles = user.getClientRoleMappingsStream(client)
                .filter(role -> !role.getName().equals(AccessDecision.BLOCKED_ROLE))
                .toList();
        return rules.toRemove(user, roles)
                .map(MemberRefusal::asRefusal)
                .orElseGet(() -> change(() -> {
                    roles.forEach(user::deleteRoleMapping);
                    record(OperationType.DELETE, user, null);
                    openInvitation(user).ifPresent(new InvitationService(session, client, caller::event)::withdraw);
                    sessions(user).end("removed");
                    UserConsentManager.revokeConsentToClient(session, client, user);
                }));
    }

    private Optional<Invitation> openInvitation(UserModel user) {
        return Invitations.of(client).findOpenByEmail(user.getEmail());
    }

    /** All or nothing: roles of people in a directory may be read-only, which only shows during the change. */
    private Optional<Refusal> change(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (ReadOnlyException e) {
            session.getTransactionManager().setRollbackOnly();
            return MemberRefusal.READ_ONLY.asRefusal();
        }
    }

    private RoleModel role(String name) {
        RoleModel role = client.getRole(name);
        return role == null ? client.addRole(name) : role;
    }

    private MemberSessions sessions(UserModel user) {
        return new MemberSessions(session, client, user);
    }

    private void record(OperationType operation, UserModel user, Map<String, Object> representation) {
        caller.event()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("applications", client.getClientId(), "members", user.getId())
                .representation(representation)
                .success();
    }
}
