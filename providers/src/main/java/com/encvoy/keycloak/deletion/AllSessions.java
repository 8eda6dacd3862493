package com.encvoy.keycloak.deletion;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Everything that a person is signed in to, offline sessions included. */
final class AllSessions {

    private final KeycloakSession session;
    private final UserModel user;

    AllSessions(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /** Ends them, as signing out of all devices in Keycloak's account console does. */
    void end() {
        RealmModel realm = session.getContext().getRealm();
        List<UserSessionModel> all = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .toList();
        all.forEach(ended -> {
            AuthenticationManager.backchannelLogout(
                    session,
                    realm,
                    ended,
                    session.getContext().getUri(),
                    session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getHttpHeaders(),
                    true);
            new EventBuilder(realm, session, session.getContext().getConnection())
                    .event(EventType.LOGOUT)
                    .user(user)
                    .session(ended)
                    .detail(Details.REASON, AccountDeletion.REQUESTED)
                    .success();
        });
    }
}
