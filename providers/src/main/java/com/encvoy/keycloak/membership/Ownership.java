package com.encvoy.keycloak.membership;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.StorageId;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.application.editing.Turn;

/**
 * Who owns applications. Only owners who can act count: the account is enabled, not to be deleted, and not blocked in
 * the application.
 */
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
        // Keycloak reads from the database who they are, past its caches.
        List<UserModel> owners =
                session.users().getRoleMembersStream(client.getRealm(), role).toList();
        return owners.stream().filter(owner -> mayAct(client, owner)).toList();
    }

    private static boolean mayAct(ClientModel client, UserModel owner) {
        return owner.isEnabled() && !DeletionMark.isOn(owner) && !AccessDecision.isBlocked(client, owner);
    }

    public boolean hasOwner(ClientModel client) {
        return !owners(client).isEmpty();
    }

    /** Whether another user owns the application. */
    boolean hasOtherOwner(ClientModel client, UserModel user) {
        return owners(client).stream()
                .filter(owner -> !owner.getId().equals(user.getId()))
                .anyMatch(owner -> mayAct(client, stored(client.getRealm(), owner)));
    }

    /** A user of Keycloak's own storage as it is in the database: another node may have just changed it. */
    private UserModel stored(RealmModel realm, UserModel user) {
        UserModel stored = StorageId.isLocalStorage(user.getId())
                ? session.getProvider(UserProvider.class).getUserById(realm, user.getId())
                : null;
        return stored == null ? user : stored;
    }

    /** How many applications a user owns: those of which the user has the role {@code OWNER} directly. */
    public long applicationsOf(UserModel user) {
        return owned(user).count();
    }

    private static Stream<ClientModel> owned(UserModel user) {
        return user.getRoleMappingsStream()
                .filter(role -> role.isClientRole() && role.getName().equals(ApplicationRole.OWNER.name()))
                .map(role -> (ClientModel) role.getContainer());
    }

    /** The applications that would have no owner left without this one, by name. */
    public List<ClientModel> ownedAlone(UserModel user) {
        return owned(user)
                .filter(ApplicationPermissions::isApplication)
                .filter(client -> !AccessDecision.isBlocked(client, user) && !hasOtherOwner(client, user))
                .sorted(Comparator.comparing(client -> Application.of(client).title(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * Keeps all others from changing the owners of the applications of a user until the transaction ends. What is read
     * from the database afterwards includes what the requests before this one have changed.
     *
     * @return false if others are changing them all the time
     */
    public boolean hold(UserModel user) {
        return owned(user)
                .filter(ApplicationPermissions::isApplication)
                .sorted(Comparator.comparing(ClientModel::getId))
                .allMatch(this::hold);
    }

    /** Like {@link #hold(UserModel)}, for one application. */
    boolean hold(ClientModel client) {
        return Turn.await(session, "encvoy.owners." + client.getId());
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
