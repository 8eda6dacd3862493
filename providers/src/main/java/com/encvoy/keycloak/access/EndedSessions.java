package com.encvoy.keycloak.access;

import java.util.List;

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
 * Ends what a user has at one application: its refresh and offline tokens end too, other sessions remain. Applications
 * with a back-channel address receive a logout token.
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
    }
}
