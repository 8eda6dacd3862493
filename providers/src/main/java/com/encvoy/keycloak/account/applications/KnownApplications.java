package com.encvoy.keycloak.account.applications;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.managers.UserConsentManager;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.application.Application;

/**
 * The applications that know a person: those that have a session of the person, online or offline, those to which the
 * person gave consent, and those of which the person is a member. Blocked people are not members. Read in a handful of
 * statements, however many applications the realm has.
 */
public final class KnownApplications {

    /** People with more than this see the first ones only. */
    static final int MOST = 1000;

    private static final Set<String> ROLES =
            Stream.of(ApplicationRole.values()).map(Enum::name).collect(Collectors.toSet());

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public KnownApplications(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** By name. */
    public List<KnownApplication> all() {
        Map<ClientModel, Traces> found = new LinkedHashMap<>();
        session.sessions().getUserSessionsStream(realm, user).forEach(userSession -> note(found, userSession, false));
        session.sessions()
                .getOfflineUserSessionsStream(realm, user)
                .forEach(userSession -> note(found, userSession, true));
        UserConsentManager.getConsentsStream(session, realm, user)
                .forEach(consent -> traces(found, consent.getClient()).consent(consent));
        RoleUtils.getDeepUserRoleMappings(user).stream()
                .filter(RoleModel::isClientRole)
                .filter(role -> ROLES.contains(role.getName()))
                .map(role -> (ClientModel) role.getContainer())
                .distinct()
                .limit(MOST)
                .filter(client -> !AccessDecision.isBlocked(client, user))
                .forEach(client -> traces(found, client).member());
        return found.entrySet().stream()
                .filter(entry -> isShown(entry.getKey()))
                .sorted(Comparator.comparing(
                                (Map.Entry<ClientModel, Traces> entry) ->
                                        Application.of(entry.getKey()).title(),
                                String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(entry -> entry.getKey().getId()))
                .limit(MOST)
                .map(entry -> entry.getValue().result())
                .toList();
    }

    /** @param id of the client, not its client ID */
    public Optional<KnownApplication> withId(String id) {
        return all().stream().filter(known -> known.client().getId().equals(id)).findFirst();
    }

    /** Whether people may see a client among their applications: it is not one of Keycloak's own. */
    static boolean isShown(ClientModel client) {
        return !client.isBearerOnly() && !ApplicationPermissions.isBuiltIn(client);
    }

    private static void note(Map<ClientModel, Traces> found, UserSessionModel userSession, boolean lasting) {
        userSession
                .getAuthenticatedClientSessions()
                .values()
                .forEach(used -> traces(found, used.getClient()).session(used, lasting));
    }

    private static Traces traces(Map<ClientModel, Traces> found, ClientModel client) {
        return found.computeIfAbsent(client, Traces::new);
    }
}
