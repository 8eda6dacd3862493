package com.encvoy.keycloak.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

/**
 * Ends the sessions of a user at one application: its refresh and offline tokens end too, other sessions remain.
 * Applications with a back-channel address receive a logout token.
 */
public final class EndedSessions {

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserModel user;

    public EndedSessions(KeycloakSession session, ClientModel client, UserModel user) {
        this.session = session;
        this.client = client;
        this.user = user;
    }

    /**
     * @param online sessions of the user, with or without this application
     * @param reason detail of the event {@code LOGOUT}
     */
    public void end(List<UserSessionModel> online, String reason) {
        RealmModel realm = client.getRealm();
        Set<String> told = online.stream()
                .filter(this::isUsedIn)
                .map(UserSessionModel::getId)
                .collect(Collectors.toSet());
        online.forEach(this::endIn);
        UserSessionManager sessions = new UserSessionManager(session);
        session.sessions()
                .getOfflineUserSessionsStream(realm, user)
                .filter(this::isUsedIn)
                .toList()
                .forEach(offline -> {
                    if (told.contains(offline.getId())) {
                        sessions.removeClientFromOfflineUserSession(realm, offline, client, user);
                    } else {
                        endOffline(offline);
                    }
                });
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGOUT)
                .client(client)
                .user(user)
                .detail(Details.REASON, reason)
                .success();
    }

    private boolean isUsedIn(UserSessionModel userSession) {
        return userSession.getAuthenticatedClientSessionByClient(client.getId()) != null;
    }

    /** Sends a logout token, and takes the application out of the session. */
    private void endIn(UserSessionModel userSession) {
        AuthenticationManager.backchannelLogoutUserSessionFromClient(
                session,
                client.getRealm(),
                userSession,
                client,
                session.getContext().getUri(),
                session.getContext().getHttpRequest().getHttpHeaders());
    }

    /** If only an offline token is left, Keycloak's revocation would not notify the application. */
    private void endOffline(UserSessionModel offline) {
        endIn(offline);
        if (offline.getAuthenticatedClientSessions().isEmpty()) {
            session.sessions().removeOfflineUserSession(client.getRealm(), offline);
        }
    }
}
