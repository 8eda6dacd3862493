package com.encvoy.keycloak.access;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** The roles people have in an application, as client roles of the same names (Encvoy's table {@code Role}). */
public enum ApplicationRole {

    /** Owner: administrates the application. */
    OWNER,

    /** Administrator of the application. */
    EDITOR,

    /** Member. */
    USER;

    boolean belongsTo(ClientModel client, UserModel user) {
        RoleModel role = client.getRole(name());
        return role != null && user.hasRole(role);
    }

    /** Whether a person belongs to an application: has one of its roles. */
    public static boolean isMember(ClientModel client, UserModel user) {
        // Asked at every login, so the role that most people have comes first.
        return USER.belongsTo(client, user) || OWNER.belongsTo(client, user) || EDITOR.belongsTo(client, user);
    }

    boolean isAdministrator() {
        return this != USER;
    }
}
