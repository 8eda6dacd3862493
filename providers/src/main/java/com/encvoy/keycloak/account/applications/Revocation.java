package com.encvoy.keycloak.account.applications;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserConsentManager;

/** Revokes the access of an application: the consent, offline sessions, and the sessions there. */
public final class Revocation {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public Revocation(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * @param alsoSessions whether sessions end that need no consent; Keycloak ends the others itself
     * @param event {@code REVOKE_GRANT}, which is fired
     */
    public void revoke(ClientModel client, boolean alsoSessions, EventBuilder event) {
        UserConsentManager.revokeConsentToClient(session, client, user);
        if (alsoSessions) {
            AuthenticationManager.backchannelLogoutUserFromClient(
                    session,
                    realm,
                    user,
                    client,
                    session.getContext().getUri(),
                    session.getContext().getHttpRequest().getHttpHeaders());
        }
        event.detail(Details.REVOKED_CLIENT, client.getClientId()).success();
    }
}
