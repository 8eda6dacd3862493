package com.encvoy.keycloak.membership;

import java.util.Optional;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.access.Caller;

/**
 * Which roles of an application a caller may grant and withdraw: owners and editors those that contain no other role,
 * administrators those that Keycloak lets them map.
 */
final class RoleAuthority {

    private final ClientModel client;
    private final Caller caller;
    private final ApplicationPermissions permissions;

    RoleAuthority(ClientModel client, Caller caller) {
        this.client = client;
        this.caller = caller;
        this.permissions = new ApplicationPermissions(caller);
    }

    /** Whether the caller is an owner or editor who is not blocked. */
    boolean runsApplication() {
        ApplicationRole role = permissions.roleIn(client);
        return role == ApplicationRole.OWNER || role == ApplicationRole.EDITOR;
    }

    boolean mayAppointOwners() {
        return permissions.mayAppointOwners(client);
    }

    /** Whether Keycloak lets the caller map roles of a user. */
    boolean administersRolesOf(UserModel user) {
        return caller.keycloak().users().canMapRoles(user);
    }

    /** Whether Keycloak lets the caller manage a user. */
    boolean administers(UserModel user) {
        return caller.keycloak().users().canManage(user);
    }

    /**
     * Granting a role that contains others could give rights that the caller does not have.
     *
     * @param role null for one that is to be created, which contains nothing
     */
    Optional<MemberRefusal> toGrant(UserModel user, RoleModel role) {
        boolean runs = runsApplication();
        if ((runs && (role == null || !role.isComposite())) || mapsInKeycloak(user, role)) {
            return Optional.empty();
        }
        return Optional.of(runs ? MemberRefusal.COMPOSITE_ROLE : MemberRefusal.NOT_PERMITTED);
    }

    Optional<MemberRefusal> toTake(UserModel user, RoleModel role) {
        return runsApplication() || mapsInKeycloak(user, role)
                ? Optional.empty()
                : Optional.of(MemberRefusal.NOT_PERMITTED);
    }

    private boolean mapsInKeycloak(UserModel user, RoleModel role) {
        return administersRolesOf(user)
                && (role == null ? mapsNewRole() : caller.keycloak().roles().canMapRole(role));
    }

    /** Permissions cannot be checked for a role that does not exist yet. */
    private boolean mapsNewRole() {
        ClientModel management = caller.realm().getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return (management != null && caller.hasRole(management, AdminRoles.MANAGE_USERS))
                || caller.keycloak().clients().canManage(client)
                || caller.keycloak().clients().canMapRoles(client);
    }
}
