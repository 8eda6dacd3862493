package com.encvoy.keycloak.membership;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

import com.encvoy.keycloak.access.EndedSessions;

/** The sessions of a member at one application: its refresh and offline tokens end with them, other sessions remain. */
final class MemberSessions {

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserModel user;

    MemberSessions(KeycloakSession session, ClientModel client, UserModel user) {
        this.session = session;
        this.client = client;
        this.user = user;
    }

    /**
     * Ends them all.
     *
     * @param reason detail of the event
     * @return how many there were
     */
    int end(String reason) {
        RealmModel realm = client.getRealm();
        List<UserSessionModel> online = used(session.sessions().getUserSessionsStream(realm, user));
        List<UserSessionModel> offline = used(session.sessions().getOfflineUserSessionsStream(realm, user));
        if (online.isEmpty() && offline.isEmpty()) {
            return 0;
        }
        new EndedSessions(session, client, user).end(online, reason);
        return online.size() + offline.size();
    }

    private List<UserSessionModel> used(Stream<UserSessionModel> sessions) {
        return sessions.filter(userSession -> userSession.getAuthenticatedClientSessionByClient(client.getId()) != null)
                .toList();
    }
}
