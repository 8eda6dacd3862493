package com.encvoy.keycloak.login;

import com.encvoy.keycloak.application.SingleSignOn;
import com.encvoy.keycloak.membership.Access;
import com.encvoy.keycloak.membership.Membership;

import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What follows a finished login (membership begins, the browser stays signed in) and a recovered password (other sessions end). */
final class LoginListener implements EventListenerProvider {

    private final KeycloakSession session;

    LoginListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.LOGIN) {
            concludeLogin(event);
        } else if (event.getType() == EventType.UPDATE_CREDENTIAL && event.getDetails() != null
                && PasswordCredentialModel.TYPE.equals(event.getDetails().get(Details.CREDENTIAL_TYPE))) {
            concludeRecovery(event);
        }
    }

    private void concludeLogin(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        ClientModel client = event.getClientId() == null ? null : realm.getClientByClientId(event.getClientId());
        UserModel user = event.getUserId() == null ? null : session.users().getUserById(realm, event.getUserId());
        if (client != null && user != null && AccessGateAction.isEnabled(realm) && Access.decide(client, user).isAllowed()) {
            Membership.begin(session, client, user);
        }
        UserSessionModel userSession = session.getContext().getUserSession();
        if (client != null && userSession != null && userSession.getId().equals(event.getSessionId())) {
            AuthenticatedClientSessionModel clientSession = userSession.getAuthenticatedClientSessionByClient(client.getId());
            if (clientSession != null) {
                SingleSignOn.keepAtLogin(clientSession);
            }
        }
    }

    private void concludeRecovery(Event event) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        UserModel user = login == null ? null : login.getAuthenticatedUser();
        if (user != null && user.getId().equals(event.getUserId())) {
            RecoveredPassword recovered = new RecoveredPassword(session, login);
            recovered.note(user);
            recovered.conclude(user);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // Administrators change roles and sessions themselves.
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
