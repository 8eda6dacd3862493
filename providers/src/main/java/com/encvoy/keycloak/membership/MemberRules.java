package com.encvoy.keycloak.membership;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;

/** Which changes to a member are refused, and why. */
final class MemberRules {

    private final KeycloakSession session;
    private final ClientModel client;
    private final Caller caller;
    private final RoleAuthority authority;

    MemberRules(KeycloakSession session, ClientModel client, Caller caller) {
        this.session = session;
        this.client = client;
        this.caller = caller;
        this.authority = new RoleAuthority(client, caller);
    }

    /** @param taken roles that the user would lose */
    Optional<MemberRefusal> toAppoint(UserModel user, ApplicationRole role, List<RoleModel> taken) {
        return membersOnly(user)
                .or(() -> ownersOnly(user, role))
                .or(() -> anInheritedRole(user, role))
                .or(() -> authority.toGrant(user, existing(role.name())))
                .or(() -> toTakeAll(user, taken))
                .or(() -> role == ApplicationRole.OWNER ? Optional.empty() : theLastOwner(user));
    }

    Optional<MemberRefusal> toBlock(UserModel user) {
        return unless(!isCaller(user), MemberRefusal.NOT_YOURSELF)
                .or(() -> membersOnly(user))
                .or(() -> ownersOnly(user, null))
                .or(() -> authority.toGrant(user, existing(AccessDecision.BLOCKED_ROLE)))
                .or(() -> theLastOwner(user));
    }

    Optional<MemberRefusal> toUnblock(UserModel user) {
        RoleModel blocked = existing(AccessDecision.BLOCKED_ROLE);
        boolean byRole = blocked != null && user.hasRole(blocked);
        boolean byAttribute = user.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)
                .anyMatch(name -> name.equals(client.getClientId()) || name.equals(client.getId()));
        return ownersOnly(user, null)
                .or(() -> unless(
                        !byRole || !new DirectRoles(client, user).isInherited(blocked), MemberRefusal.INHERITED_ROLE))
                .or(() -> unless(!byAttribute || authority.administers(user), MemberRefusal.BLOCKED_BY_ADMINISTRATOR))
                .or(() -> byRole ? authority.toTake(user, blocked) : Optional.empty());
    }

    Optional<MemberRefusal> toEndSessions(UserModel user) {
        return membersOnly(user)
                .or(() -> unless(
                        authority.runsApplication() || authority.administers(user), MemberRefusal.NOT_PERMITTED));
    }

    /** @param taken roles that the user would lose */
    Optional<MemberRefusal> toRemove(UserModel user, List<RoleModel> taken) {
        return unless(ApplicationRole.isMember(client, user), MemberRefusal.NOT_A_MEMBER)
                .or(() -> isCaller(user) ? Optional.empty() : ownersOnly(user, null))
                .or(() -> anInheritedRole(user, null))
                .or(() -> isCaller(user) ? Optional.empty() : toTakeAll(user, taken))
                .or(() -> theLastOwner(user));
    }

    /** Owners and editors cannot act on people who are not members: they must not be able to probe accounts. */
    private Optional<MemberRefusal> membersOnly(UserModel user) {
        return unless(ApplicationPermissions.isApplication(client), MemberRefusal.NOT_AN_APPLICATION)
                .or(() -> unless(
                        ApplicationRole.isMember(client, user) || authority.administersRolesOf(user),
                        MemberRefusal.NOT_A_MEMBER));
    }

    /** @param role that is to be granted, null for none */
    private Optional<MemberRefusal> ownersOnly(UserModel user, ApplicationRole role) {
        boolean concernsOwners =
                role == ApplicationRole.OWNER || Member.roleOf(client, user).orElse(null) == ApplicationRole.OWNER;
        return unless(!concernsOwners || authority.mayAppointOwners(), MemberRefusal.ONLY_OWNERS);
    }

    /** @param role that the user is to have, null for none: no more powerful one may remain */
    private Optional<MemberRefusal> anInheritedRole(UserModel user, ApplicationRole role) {
        DirectRoles direct = new DirectRoles(client, user);
        boolean remains = Stream.of(ApplicationRole.values())
                .filter(other -> role == null || other.compareTo(role) < 0)
                .map(other -> existing(other.name()))
                .anyMatch(direct::isInherited);
        return unless(!remains, MemberRefusal.INHERITED_ROLE);
    }

    private Optional<MemberRefusal> toTakeAll(UserModel user, List<RoleModel> taken) {
        return taken.stream()
                .map(role -> authority.toTake(user, role))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<MemberRefusal> theLastOwner(UserModel user) {
        if (Member.roleOf(client, user).orElse(null) != ApplicationRole.OWNER) {
            return Optional.empty();
        }
        // Two owners who step down at the same moment would otherwise both see the other one remain.
        Ownership ownership = new Ownership(session);
        if (!ownership.hold(client)) {
            return Optional.of(MemberRefusal.BUSY);
        }
        return unless(ownership.hasOtherOwner(client, user), MemberRefusal.LAST_OWNER);
    }

    private static Optional<MemberRefusal> unless(boolean allowed, MemberRefusal refusal) {
        return allowed ? Optional.empty() : Optional.of(refusal);
    }

    private boolean isCaller(UserModel user) {
        return caller.user().getId().equals(user.getId());
    }

    /** @return null if the application has no such role */
    private RoleModel existing(String name) {
        return client.getRole(name);
    }
}
