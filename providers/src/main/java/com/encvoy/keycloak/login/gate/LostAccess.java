package com.encvoy.keycloak.login.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.EndedSessions;

/** Ends a user's sessions at applications the user may no longer use; other sessions are kept. */
public final class LostAccess {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public LostAccess(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    public void endSessions() {
        if (!AccessDecision.guards(realm)) {
            return;
        }
        List<UserSessionModel> online =
                session.sessions().getUserSessionsStream(realm, user).toList();
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, user).toList();
        Set<String> used = Stream.concat(online.stream(), offline.stream())
                .map(UserSessionModel::getAuthenticatedClientSessions)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        used.stream()
                .map(realm::getClientById)
                .filter(client ->
                        client != null && !AccessDecision.ofTokens(client, user).isAllowed())
                .forEach(client -> end(client, online));
    }

    private void end(ClientModel client, List<UserSessionModel> online) {
        new EndedSessions(session, client, user)
                .end(online, AccessDecision.ofTokens(client, user).reason());
    }
}
