package com.encvoy.keycloak.login.flow;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import com.encvoy.keycloak.application.AfterCommit;

/** A session that Keycloak has just created and that must not be: codes and tokens already issued are worthless. */
public final class UndoneSession {

    private UndoneSession() {}

    /** Removes it once the transaction that creates it is committed, before the response is sent. */
    public static void remove(KeycloakSession session, RealmModel realm, String sessionId) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        AfterCommit.run(
                session,
                () -> KeycloakModelUtils.runJobInTransaction(
                        factory, job -> end(job, job.realms().getRealm(realmId), sessionId)));
    }

    private static void end(KeycloakSession session, RealmModel realm, String sessionId) {
        session.getContext().setRealm(realm);
        UserSessionModel finished = session.sessions().getUserSession(realm, sessionId);
        if (finished != null) {
            session.sessions().removeUserSession(realm, finished);
        }
        UserSessionModel offline = session.sessions().getOfflineUserSession(realm, sessionId);
        if (offline != null) {
            session.sessions().removeOfflineUserSession(realm, offline);
        }
    }
}
