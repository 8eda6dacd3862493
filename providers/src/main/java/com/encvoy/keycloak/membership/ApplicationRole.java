package com.encvoy.keycloak.membership;

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

    boolean isAdministrator() {
        return this != USER;
    }
}
