package com.encvoy.keycloak.login;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.access.DeletionMark;
import com.encvoy.keycloak.alert.Alerts;
import com.encvoy.keycloak.application.SsoSessionKeeper;
import com.encvoy.keycloak.login.code.KnownBrowser;
import com.encvoy.keycloak.login.flow.SupersededLogin;
import com.encvoy.keycloak.login.flow.UndoneSession;
import com.encvoy.keycloak.login.gate.LostAccess;
import com.encvoy.keycloak.login.recovery.PasswordResetFollowUp;
import com.encvoy.keycloak.mail.MailServer;
import com.encvoy.keycloak.membership.Membership;

/**
 * Follow-up of a completed login (membership starts, the browser stays signed in), of a recovered password (other
 * sessions end), and of a change to a user that revokes access to applications (their sessions end). Some of these are
 * reported to people by mail.
 */
final class LoginEventListenerProvider implements EventListenerProvider {

    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    private static final String RESET_PASSWORD = "/reset-password";

    private static final Set<ResourceType> CHANGES_ACCESS = EnumSet.of(
            ResourceType.USER,
            ResourceType.CLIENT_ROLE_MAPPING,
            ResourceType.REALM_ROLE_MAPPING,
            ResourceType.GROUP_MEMBERSHIP);

    private static final Set<EventType> BEGINS_SESSION =
            EnumSet.of(EventType.LOGIN, EventType.IMPERSONATE, EventType.TOKEN_EXCHANGE, EventType.AUTHREQID_TO_TOKEN);

    private final KeycloakSession session;

    LoginEventListenerProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (BEGINS_SESSION.contains(event.getType()) && isToBeDeleted(event)) {
            UndoneSession.remove(session, session.realms().getRealm(event.getRealmId()), event.getSessionId());
        } else if (event.getType() == EventType.LOGIN) {
            onLogin(event);
        } else if (Alerts.concern(event.getType())) {
            onChange(event, session.realms().getRealm(event.getRealmId()), person(event));
        }
    }

    /**
     * An administrator impersonates a person who is about to go, or has switched off the required action that asks
     * whether the account is to be restored.
     */
    private boolean isToBeDeleted(Event event) {
        UserModel user = event.getSessionId() == null ? null : person(event);
        return user != null && DeletionMark.isOn(user);
    }

    private UserModel person(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        return realm == null || event.getUserId() == null
                ? null
                : session.users().getUserById(realm, event.getUserId());
    }

    private void onChange(Event event, RealmModel realm, UserModel user) {
        if (user != null) {
            if (event.getType() == EventType.UPDATE_PROFILE || event.getType() == EventType.UPDATE_EMAIL) {
                new LostAccess(session, realm, user).endSessions();
            }
            if (!isPasswordChange(event) || !followUpPassword(user)) {
                new Alerts(session, realm, user).changed(event);
            }
        }
    }

    private void onLogin(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        ClientModel client = event.getClientId() == null ? null : realm.getClientByClientId(event.getClientId());
        UserModel user = event.getUserId() == null ? null : session.users().getUserById(realm, event.getUserId());
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && user != null && SupersededLogin.isInRequest(session, login, user)) {
            // Completed by the consent page, which neither an authenticator nor a required action follows.
            SupersededLogin.undo(session, login, user, event.getSessionId());
            return;
        }
        if (client != null
                && user != null
                && AccessDecision.guards(realm)
                && AccessDecision.decide(client, user).isAllowed()) {
            Membership.grant(session, client, user);
        }
        if (user != null && login != null && !AuthenticatorUtil.isSSOAuthentication(login) && isInBrowser(event)) {
            new Alerts(session, realm, user).signedIn(KnownBrowser.note(session, user));
        }
        UserSessionModel userSession = session.getContext().getUserSession();
        if (client != null && userSession != null && userSession.getId().equals(event.getSessionId())) {
            AuthenticatedClientSessionModel clientSession =
                    userSession.getAuthenticatedClientSessionByClient(client.getId());
            if (clientSession != null) {
                SsoSessionKeeper.keepAtLogin(clientSession);
            }
        }
    }

    /** Direct grants are requests of applications. */
    private static boolean isInBrowser(Event event) {
        return event.getDetails() == null || !event.getDetails().containsKey(Details.GRANT_TYPE);
    }

    private static boolean isPasswordChange(Event event) {
        return event.getType() == EventType.UPDATE_CREDENTIAL
                && event.getDetails() != null
                && PasswordCredentialModel.TYPE.equals(event.getDetails().get(Details.CREDENTIAL_TYPE));
    }

    /** @return whether it was recovered, of which the step of the recovery tells, if it is to be told */
    private boolean followUpPassword(UserModel changed) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        UserModel user = login == null ? null : login.getAuthenticatedUser();
        if (user == null || !user.getId().equals(changed.getId())) {
            return false;
        }
        PasswordResetFollowUp followUp = new PasswordResetFollowUp(session, login);
        boolean recovered = followUp.isRecovery();
        followUp.note(user);
        followUp.execute(user);
        return recovered;
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.REALM && event.getOperationType() == OperationType.UPDATE) {
            RealmModel changed = session.realms().getRealm(event.getRealmId());
            if (changed != null) {
                new MailServer(session, changed).probe();
            }
            return;
        }
        Matcher path = USER.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        if (!path.lookingAt()
                || (event.getResourceType() == ResourceType.USER
                        && (event.getOperationType() == OperationType.DELETE
                                || event.getOperationType() == OperationType.CREATE))) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, path.group(1));
        if (user == null) {
            return;
        }
        DeletionMark.complete(user);
        new Alerts(session, realm, user).changed(event);
        if (event.getResourcePath().endsWith(RESET_PASSWORD)) {
            PasswordResetFollowUp.replaced(user);
        } else if (CHANGES_ACCESS.contains(event.getResourceType())) {
            new LostAccess(session, realm, user).endSessions();
        }
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
