package com.encvoy.keycloak.membership;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

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
     * Ends them all. The application is told, if it has a back-channel address.
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
        online.forEach(userSession -> AuthenticationManager.backchannelLogoutUserSessionFromClient(
                session,
                realm,
                userSession,
                client,
                session.getContext().getUri(),
                session.getContext().getHttpRequest().getHttpHeaders()));
        new UserSessionManager(session).revokeOfflineToken(user, client);
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGOUT)
                .client(client)
                .user(user)
                .detail(Details.REASON, reason)
                .success();
        return online.size() + offline.size();
    }

    private List<UserSessionModel> used(Stream<UserSessionModel> sessions) {
        return sessions.filter(userSession -> userSession.getAuthenticatedClientSessionByClient(client.getId()) != null)
                .toList();
    }
}
