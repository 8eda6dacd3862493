package com.encvoy.keycloak.login.recovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.alert.Circumstances;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.login.code.CodeRecipient;
import com.encvoy.keycloak.login.flow.SupersededLogin;
import com.encvoy.keycloak.login.flow.UserStorage;
import com.encvoy.keycloak.mail.Mail;

/** Follow-up of a recovered password: ends the sessions of anyone who may have known the old password. */
public final class PasswordResetFollowUp {

    private static final Logger LOG = Logger.getLogger(PasswordResetFollowUp.class);

    private static final String END_SESSIONS = "encvoy.recovery.end_sessions";
    private static final String NOTIFY = "encvoy.recovery.notify";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    public PasswordResetFollowUp(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    static void schedule(AuthenticationSessionModel login, boolean endSessions, boolean notify) {
        login.setAuthNote(END_SESSIONS, Boolean.toString(endSessions));
        login.setAuthNote(NOTIFY, Boolean.toString(notify));
    }

    /** Whether this login recovers a password, rather than only changing it. */
    public boolean isRecovery() {
        return login.getAuthNote(END_SESSIONS) != null;
    }

    /**
     * Records that this login has set a new password, so that other logins started with the old password are
     * superseded. Passwords stored in Keycloak have a date, those in a user federation have none.
     */
    public void note(UserModel user) {
        replaced(user);
        if (isRecovery()) {
            stamp(user);
        }
        SupersededLogin.noteOwnChange(login, user);
    }

    /**
     * Records that a user's password was replaced, and discards a pending change of the e-mail address whose link has
     * not been opened.
     */
    public static void replaced(UserModel user) {
        UserStorage.write(user, person -> person.removeAttribute(UserModel.EMAIL_PENDING));
        boolean dated = user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
        if (!dated) {
            stamp(user);
        }
    }

    private static void stamp(UserModel user) {
        String now = String.valueOf(Time.currentTimeMillis());
        if (!UserStorage.write(user, person -> person.setSingleAttribute(SupersededLogin.RECOVERED_AT, now))) {
            LOG.warnf("User '%s' is read-only: pending logins that used the old password are not ended.", user.getId());
        }
    }

    public void execute(UserModel user) {
        if (Boolean.parseBoolean(login.getAuthNote(END_SESSIONS))) {
            endOtherSessions(user);
        }
        if (Boolean.parseBoolean(login.getAuthNote(NOTIFY)) && CodeRecipient.hasAddress(user)) {
            notify(user);
        }
        login.removeAuthNote(END_SESSIONS);
        login.removeAuthNote(NOTIFY);
    }

    private void endOtherSessions(UserModel user) {
        RealmModel realm = login.getRealm();
        String own = login.getParentSession().getId();
        List<UserSessionModel> others = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(other -> !other.getId().equals(own))
                .toList();
        for (UserSessionModel other : others) {
            AuthenticationManager.backchannelLogout(
                    session,
                    realm,
                    other,
                    session.getContext().getUri(),
                    session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getHttpHeaders(),
                    true);
            event(EventType.LOGOUT, user)
                    .session(other)
                    .detail(
                            Details.LOGOUT_TRIGGERED_BY_REQUIRED_ACTION,
                            UserModel.RequiredAction.UPDATE_PASSWORD.name())
                    .success();
        }
    }

    private void notify(UserModel user) {
        Locale language = session.getContext().resolveLocale(user);
        Map<String, Object> shown = Circumstances.ofPassword(session, language);
        shown.put("how", "recovered");
        shown.put("application", Application.of(login.getClient()).title());
        new Mail("password-changed", user.getEmail(), language, shown)
                .send(
                        session,
                        event(EventType.SEND_RESET_PASSWORD, user)
                                .detail(Details.EMAIL, user.getEmail())
                                .detail(Details.CONTEXT, "password_changed"));
    }

    private EventBuilder event(EventType type, UserModel user) {
        return new EventBuilder(login.getRealm(), session, session.getContext().getConnection())
                .event(type)
                .client(login.getClient())
                .user(user);
    }
}
