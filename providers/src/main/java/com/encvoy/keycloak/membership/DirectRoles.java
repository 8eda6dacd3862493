package com.encvoy.keycloak.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

import com.encvoy.keycloak.access.ApplicationRole;

/** Which of the three roles of an application a user has directly, so that they can be taken from the user. */
final class DirectRoles {

    private static final Set<String> NAMES =
            Arrays.stream(ApplicationRole.values()).map(ApplicationRole::name).collect(Collectors.toUnmodifiableSet());

    private final UserModel user;
    private final List<RoleModel> roles;

    DirectRoles(ClientModel client, UserModel user) {
        this.user = user;
        this.roles = user.getClientRoleMappingsStream(client)
                .filter(role -> NAMES.contains(role.getName()))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    List<String> names() {
        return roles.stream().map(RoleModel::getName).toList();
    }

    boolean has(ApplicationRole role) {
        return names().contains(role.name());
    }

    List<RoleModel> allBut(ApplicationRole role) {
        return roles.stream()
                .filter(other -> !other.getName().equals(role.name()))
                .toList();
    }

    /** Whether the user would still have a role, by a group or another role, if these and it were taken. */
    boolean isInherited(RoleModel role) {
        return role != null
                && (user.getRoleMappingsStream()
                                .filter(other -> !roles.contains(other) && !other.equals(role))
                                .anyMatch(other -> other.hasRole(role))
                        || RoleUtils.hasRoleFromGroup(user.getGroupsStream(), role, true));
    }
}
