package com.encvoy.keycloak.membership;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationRole;

/**
 * The members of an application, as an owner or an administrator may see them. Lists come page by page from the
 * database. They contain the people who have a role directly: Keycloak does not list those who have it through a group.
 */
public final class Members {

    private final KeycloakSession session;
    private final ClientModel client;
    private final VisibleFields visible;

    /**
     * @param whole whether the viewer sees people whole, as Keycloak's console shows them, rather than what they let
     *     applications see
     */
    public Members(KeycloakSession session, ClientModel client, boolean whole) {
        this.session = session;
        this.client = client;
        this.visible = new VisibleFields(session, client, whole);
    }

    /**
     * The members with a role, by user name. One who has several roles is on the pages of each, with the most powerful.
     *
     * @param first number of the first one, from 0
     * @param max number of members, from 1
     */
    public List<Member> page(ApplicationRole role, int first, int max) {
        return page(role.name(), first, max);
    }

    /** The people who are blocked by the application's own role, members and former ones. */
    public List<Member> blocked(int first, int max) {
        return page(AccessDecision.BLOCKED_ROLE, first, max);
    }

    private List<Member> page(String roleName, int first, int max) {
        RoleModel role = client.getRole(roleName);
        if (role == null || max <= 0) {
            return List.of();
        }
        List<UserModel> users = session.users()
                .getRoleMembersStream(realm(), role, Math.max(0, first), max)
                .toList();
        return users.stream().map(user -> Member.of(client, user, visible)).toList();
    }

    /** A member, or a former one who is blocked. */
    public Optional<Member> withId(String userId) {
        return StringUtil.isBlank(userId)
                ? Optional.empty()
                : member(() -> session.users().getUserById(realm(), userId), user -> true);
    }

    /**
     * A member, or a former one who is blocked, by the exact address or user name. A field that the viewer may not see
     * is not searched either: otherwise one could learn it by guessing.
     */
    public Optional<Member> find(String addressOrLogin) {
        if (StringUtil.isBlank(addressOrLogin)) {
            return Optional.empty();
        }
        String exact = addressOrLogin.strip();
        return Stream.of(
                        member(() -> session.users().getUserByEmail(realm(), exact), sees("email")),
                        member(() -> session.users().getUserByUsername(realm(), exact), sees("login")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Member> member(Supplier<UserModel> lookup, Predicate<UserModel> condition) {
        try {
            return Optional.ofNullable(lookup.get())
                    .filter(condition)
                    .filter(user -> ApplicationRole.isMember(client, user) || isBlockedHere(user))
                    .map(user -> Member.of(client, user, visible));
        } catch (ModelDuplicateException e) {
            // Several accounts have this address.
            return Optional.empty();
        }
    }

    /** By the role: the user attribute may name any application, and is set by administrators only. */
    private boolean isBlockedHere(UserModel user) {
        return Stream.of(AccessDecision.BLOCKED_ROLE)
                .map(client::getRole)
                .filter(Objects::nonNull)
                .anyMatch(user::hasRole);
    }

    private Predicate<UserModel> sees(String field) {
        return user -> visible.of(user).test(field);
    }

    private RealmModel realm() {
        return client.getRealm();
    }
}
