package com.encvoy.keycloak.membership;

import java.util.Arrays;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Belonging to an application: having one of its roles. */
public final class Membership {

    private Membership() {
    }

    public static boolean isMember(ClientModel client, UserModel user) {
        return Arrays.stream(ApplicationRole.values()).anyMatch(role -> role.belongsTo(client, user));
    }

    /**
     * Makes somebody who has signed in a member, and consumes the invitation. Clients without the role {@code USER} keep no
     * members.
     */
    public static void begin(ClientModel client, UserModel user) {
        RoleModel role = client.getRole(ApplicationRole.USER.name());
        if (role == null) {
            return;
        }
        if (!isMember(client, user)) {
            user.grantRole(role);
        }
        if (user.isEmailVerified()) {
            Invitations.of(client).open(user.getEmail()).ifPresent(invitation -> Invitations.of(client).remove(invitation));
        }
    }
}
