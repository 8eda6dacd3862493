package com.encvoy.keycloak.membership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.editing.Refusal;

/** Who owns applications. Only owners who can act count: the account is enabled, and not blocked in the application. */
public final class Ownership {

    private final KeycloakSession session;

    public Ownership(KeycloakSession session) {
        this.session = session;
    }

    /** The owners who have the role themselves. Keycloak lists no people who have a role by a group. */
    public List<UserModel> owners(ClientModel client) {
        RoleModel role = client.getRole(ApplicationRole.OWNER.name());
        if (role == null) {
            return List.of();
        }
        // Keycloak reads them from the database, past its caches, and so what is asked about them here.
        List<UserModel> owners =
                session.users().getRoleMembersStream(client.getRealm(), role).toList();
        return owners.stream()
                .filter(owner -> owner.isEnabled() && !AccessDecision.isBlocked(client, owner))
                .toList();
    }

    public boolean hasOwner(ClientModel client) {
        return !owners(client).isEmpty();
    }

    /** Whether another user owns the application. */
    boolean hasOtherOwner(ClientModel client, UserModel user) {
        return owners(client).stream().anyMatch(owner -> !owner.getId().equals(user.getId()));
    }

    /** How many applications a user owns: those of which the user has the role {@code OWNER} directly. */
    public long applicationsOf(UserModel user) {
        return user.getRoleMappingsStream()
                .filter(role -> role.isClientRole() && role.getName().equals(ApplicationRole.OWNER.name()))
                .count();
    }

    /**
     * Makes a user an owner of applications, besides the owners that they have. Limits of a person do not apply.
     *
     * @param caller an administrator, or an owner of them all
     * @return why an application was not handed over, for each such application; the others were
     */
    public Map<ClientModel, Refusal> handOver(List<ClientModel> clients, UserModel user, Caller caller) {
        Map<ClientModel, Refusal> refusals = new LinkedHashMap<>();
        clients.forEach(client -> new MemberRoles(session, client, caller)
                .appoint(user, ApplicationRole.OWNER)
                .ifPresent(refusal -> refusals.put(client, refusal)));
        return refusals;
    }
}
