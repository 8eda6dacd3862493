package com.encvoy.keycloak.membership;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationRole;

/**
 * A member of an application as a viewer may see it.
 *
 * @param user for use cases; what it says is not meant to be shown
 * @param role the most powerful one; null if the user is blocked and no longer a member
 * @param blocked in this application
 * @param name null if the viewer may not see it, or there is none
 * @param login null if the viewer may not see it
 * @param email null if the viewer may not see it, or there is none
 */
public record Member(UserModel user, ApplicationRole role, boolean blocked, String name, String login, String email) {

    private static final String NICKNAME = "nickname";

    /** @param visible what the viewer may see */
    static Member of(ClientModel client, UserModel user, VisibleFields visible) {
        Predicate<String> fields = visible.of(user);
        String name = Stream.of(
                        fields.test("given_name") ? user.getFirstName() : null,
                        fields.test("family_name") ? user.getLastName() : null)
                .filter(StringUtil::isNotBlank)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        String nickname = fields.test(NICKNAME) ? user.getFirstAttribute(NICKNAME) : null;
        return new Member(
                user,
                roleOf(client, user).orElse(null),
                AccessDecision.isBlocked(client, user),
                Stream.of(name, nickname)
                        .filter(StringUtil::isNotBlank)
                        .findFirst()
                        .orElse(null),
                fields.test("login") ? user.getUsername() : null,
                fields.test("email") ? user.getEmail() : null);
    }

    /** The most powerful role of a user, however the user has it. */
    static Optional<ApplicationRole> roleOf(ClientModel client, UserModel user) {
        return Stream.of(ApplicationRole.values())
                .filter(role -> has(client, user, role))
                .findFirst();
    }

    private static boolean has(ClientModel client, UserModel user, ApplicationRole role) {
        RoleModel model = client.getRole(role.name());
        return model != null && user.hasRole(model);
    }

    public String id() {
        return user.getId();
    }

    /** Overridden because a record's default would print what is not released. */
    @Override
    public String toString() {
        return "Member " + id();
    }
}
