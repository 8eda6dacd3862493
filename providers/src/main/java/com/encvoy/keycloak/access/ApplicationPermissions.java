package com.encvoy.keycloak.access;

import java.util.function.BiPredicate;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Who may administer an application: its owners and editors, and the realm's administrators.
 *
 * @param user that requests the operation
 * @param hasRole whether a client role may be used on behalf of this user, by client and role name; a token may carry
 *     fewer roles than the user has
 */
public record ApplicationPermissions(UserModel user, BiPredicate<ClientModel, String> hasRole) {

    /**
     * Whether the user may invite members and withdraw invitations: an {@code OWNER} or {@code EDITOR} that is not
     * blocked, or an administrator with {@code manage-users}.
     *
     * @param client null if the application does not exist, which only administrators may learn
     */
    public boolean mayManageMembers(RealmModel realm, ClientModel client) {
        return isRealmAdministrator(realm, AdminRoles.MANAGE_USERS) || (client != null && isAdministrator(client));
    }

    /**
     * Whether the user may read and change the settings: an {@code OWNER} or {@code EDITOR} who is not blocked, or an
     * administrator with {@code manage-clients}.
     *
     * @param client null for an application that does not exist, which only an administrator may learn
     */
    public boolean mayChangeSettings(RealmModel realm, ClientModel client) {
        return isRealmAdministrator(realm, AdminRoles.MANAGE_CLIENTS) || (client != null && isAdministrator(client));
    }

    private boolean isRealmAdministrator(RealmModel realm, String role) {
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return management != null && hasRole.test(management, role);
    }

    private boolean isAdministrator(ClientModel client) {
        return !AccessDecision.isBlocked(client, user)
                && (hasRole.test(client, ApplicationRole.OWNER.name())
                        || hasRole.test(client, ApplicationRole.EDITOR.name()));
    }
}
