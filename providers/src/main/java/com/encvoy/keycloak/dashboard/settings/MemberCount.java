package com.encvoy.keycloak.dashboard.settings;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ApplicationRole;

/**
 * The number of members, as far as it is counted: Keycloak has no count of the people who have a role.
 *
 * @param number at most {@value #MAX}
 * @param more whether there are more
 */
record MemberCount(int number, boolean more) {

    private static final int MAX = 50;

    static MemberCount of(KeycloakSession session, ClientModel client) {
        Set<String> members = new HashSet<>();
        for (ApplicationRole role : ApplicationRole.values()) {
            RoleModel model = client.getRole(role.name());
            if (model != null) {
                session.users()
                        .getRoleMembersStream(client.getRealm(), model, 0, MAX + 1)
                        .map(UserModel::getId)
                        .forEach(members::add);
            }
        }
        return new MemberCount(Math.min(members.size(), MAX), members.size() > MAX);
    }

    Map<String, Object> model() {
        return Map.of("number", number, "more", more);
    }
}
