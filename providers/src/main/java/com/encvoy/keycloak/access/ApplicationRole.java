package com.encvoy.keycloak.access;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** The roles of users in an application, as client roles of the same names (Encvoy's table {@code Role}). */
public enum ApplicationRole {

    /** Owner: administers the application. */
    OWNER,

    /** Administrator of the application. */
    EDITOR,

    /** Member. */
    USER;

    boolean belongsTo(ClientModel client, UserModel user) {
        RoleModel role = client.getRole(name());
        return role != null && user.hasRole(role);
    }

    /** Whether the user is a member of the application, that is, has one of its roles. */
    public static boolean isMember(ClientModel client, UserModel user) {
        // Evaluated at every login, so the most common role comes first.
        return USER.belongsTo(client, user) || OWNER.belongsTo(client, user) || EDITOR.belongsTo(client, user);
    }

    boolean isAdministrator() {
        return this != USER;
    }
}
