package com.encvoy.keycloak.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Application;

/**
 * The applications that a caller sees, in pages. Keycloak cannot list clients by role or by name: administrators get
 * pages from the database and search by client ID; other callers get the applications of their own roles, which are
 * read in one go.
 */
public final class VisibleApplications {

    /** People with more roles than this see the first ones only. */
    static final int MAX_OF_PERSON = 1000;

    /** How many clients are looked at for one page of a filtered list. */
    static final int MAX_EXAMINED = 500;

    private static final int BATCH = 100;

    /** The number of Keycloak's own clients in a realm. */
    private static final int OTHERS = 8;

    private static final Set<String> ROLES =
            Stream.of(ApplicationRole.values()).map(Enum::name).collect(Collectors.toSet());

    private final KeycloakSession session;
    private final Caller caller;
    private final ApplicationPermissions permissions;

    /**
     * Some applications.
     *
     * @param next where the next page begins; -1 if there is none
     */
    public record Page(List<ClientModel> applications, int next) {}

    public VisibleApplications(KeycloakSession session, Caller caller) {
        this.session = session;
        this.caller = caller;
        this.permissions = new ApplicationPermissions(caller);
    }

    /**
     * @param search part of the client ID; for people without an administrator's role also of name or address; null for
     *     all
     * @param first how many to skip: clients for administrators, applications for others
     */
    public Page page(String search, int first, int max) {
        if (permissions.seesAll()) {
            return scan(search, first, max, max + OTHERS, ApplicationPermissions::isApplication);
        }
        return permissions.seesSome()
                ? scan(search, first, max, BATCH, permissions::maySee)
                : ofPerson(search, first, max);
    }

    /** The applications without an owner; for administrators. */
    public Page withoutOwner(int first, int max) {
        return scan(
                null, first, max, BATCH, client -> ApplicationPermissions.isApplication(client) && !hasOwner(client));
    }

    private boolean hasOwner(ClientModel client) {
        RoleModel owner = client.getRole(ApplicationRole.OWNER.name());
        return owner != null
                && session.users()
                        .getRoleMembersStream(caller.realm(), owner, 0, 1)
                        .findAny()
                        .isPresent();
    }

    private Page scan(String search, int first, int max, int size, Predicate<ClientModel> wanted) {
        RealmModel realm = caller.realm();
        List<ClientModel> found = new ArrayList<>();
        int position = first;
        while (position < first + MAX_EXAMINED) {
            List<ClientModel> batch = (StringUtil.isBlank(search)
                            ? realm.getClientsStream(position, size)
                            : realm.searchClientByClientIdStream(search.strip(), position, size))
                    .toList();
            for (ClientModel client : batch) {
                if (wanted.test(client)) {
                    if (found.size() == max) {
                        return new Page(found, position);
                    }
                    found.add(client);
                }
                position++;
            }
            if (batch.size() < size) {
                return new Page(found, -1);
            }
        }
        return new Page(found, position);
    }

    private Page ofPerson(String search, int first, int max) {
        String part = StringUtil.isBlank(search) ? "" : search.strip().toLowerCase(Locale.ROOT);
        List<ClientModel> found = RoleUtils.getDeepUserRoleMappings(caller.user()).stream()
                .filter(RoleModel::isClientRole)
                .filter(role -> ROLES.contains(role.getName()))
                .map(role -> (ClientModel) role.getContainer())
                .distinct()
                .limit(MAX_OF_PERSON)
                .filter(permissions::maySee)
                .filter(client -> matches(client, part))
                .sorted(Comparator.comparing(
                                (ClientModel client) -> Application.of(client).title(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(ClientModel::getClientId))
                .toList();
        int end = Math.min(found.size(), first + max);
        return new Page(first >= end ? List.of() : found.subList(first, end), end < found.size() ? end : -1);
    }

    private static boolean matches(ClientModel client, String part) {
        return Stream.of(Application.of(client).title(), client.getClientId(), String.valueOf(client.getRootUrl()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }
}
