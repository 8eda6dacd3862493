package com.encvoy.keycloak.login.flow;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.application.RequiredActions;

/**
 * Detects a superseded login: its proofs are older than the current state of the account, because the password was
 * recovered or changed, or the e-mail address changed or verified, in another login or by an administrator. Such a
 * login restarts. Otherwise an attacker who knows an old password, or who has registered another person's address,
 * could wait on a page until the owner has secured the account.
 *
 * <p>A login records the state of the account at its first proof, and compares it on every later page: in the
 * authenticators of this pack, and in all required actions that write credentials or addresses, see
 * {@link GuardedActions}.
 */
public final class SupersededLogin {

    /**
     * User attribute: when the password was recovered, in milliseconds since the epoch. Passwords in a user federation
     * have no date.
     */
    public static final String RECOVERED_AT = "encvoy.recovered_at";

    /** The value of the event detail {@code reason}. */
    static final String REASON = "superseded";

    private static final String NOTE = "encvoy.account_state";

    private SupersededLogin() {}

    /** Records the state of the account at the first proof; later proofs of the same user have no effect. */
    public static void noteFirstProof(AuthenticationSessionModel login, UserModel user) {
        if (!isNoted(login, user)) {
            noteOwnChange(login, user);
        }
    }

    /** Records the state of the account after this login itself has changed it. */
    public static void noteOwnChange(AuthenticationSessionModel login, UserModel user) {
        login.setAuthNote(NOTE, state(login.getRealm(), user));
    }

    /** Whether the account has changed since the first proof of this login. */
    public static boolean isIn(AuthenticationSessionModel login, UserModel user) {
        return user != null && isNoted(login, user) && !login.getAuthNote(NOTE).equals(state(login.getRealm(), user));
    }

    /**
     * Like {@link #isIn}, but compares only once per request, since Keycloak evaluates all required actions at the end
     * of a flow.
     */
    public static boolean isInRequest(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        String holds = NOTE + ".holds." + login.getTabId();
        if (session.getAttribute(holds) != null) {
            return false;
        }
        boolean superseded = isIn(login, user);
        if (!superseded) {
            session.setAttribute(holds, true);
        }
        return superseded;
    }

    /** Restarts the login if it has been superseded. */
    public static boolean startsOver(AuthenticationFlowContext context) {
        boolean superseded = isIn(context.getAuthenticationSession(), context.getUser());
        if (superseded) {
            startOver(context);
        }
        return superseded;
    }

    /** Restarts a login that the caller knows to be superseded. */
    public static void startOver(AuthenticationFlowContext context) {
        context.forceChallenge(restart(
                context.getSession(), context.getAuthenticationSession(), context.getUser(), context.getEvent()));
    }

    /** Restarts the login if it has been superseded. */
    public static boolean startsOver(RequiredActionContext context) {
        boolean superseded = isIn(context.getAuthenticationSession(), context.getUser());
        if (superseded) {
            context.challenge(restart(
                    context.getSession(), context.getAuthenticationSession(), context.getUser(), context.getEvent()));
        }
        return superseded;
    }

    /**
     * Removes the session of a login that Keycloak has just completed, before its response is sent, so that codes and
     * tokens already issued are worthless.
     */
    public static void undo(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user, String sessionId) {
        report(new EventBuilder(login.getRealm(), session, session.getContext().getConnection()), login, user);
        UndoneSession.remove(session, login.getRealm(), sessionId);
    }

    /**
     * Prevents a superseded login from linking an identity provider account: Keycloak links it when the user returns
     * from the provider, before any required action is evaluated.
     *
     * @throws ErrorPageException with the page for an expired login
     */
    public static void refuseLink(KeycloakSession session, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && isIn(login, user)) {
            report(
                    new EventBuilder(
                            login.getRealm(), session, session.getContext().getConnection()),
                    login,
                    user);
            session.getTransactionManager().setRollbackOnly();
            throw new ErrorPageException(session, login, Response.Status.BAD_REQUEST, Messages.EXPIRED_ACTION);
        }
    }

    private static void report(EventBuilder event, AuthenticationSessionModel login, UserModel user) {
        event.event(EventType.LOGIN)
                .client(login.getClient())
                .user(user)
                .detail(Details.REASON, REASON)
                .error(Errors.INVALID_AUTHENTICATION_SESSION);
    }

    private static Response restart(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user, EventBuilder event) {
        report(event.clone(), login, user);
        return new LoginRestart(session, login).keepingSession();
    }

    private static boolean isNoted(AuthenticationSessionModel login, UserModel user) {
        String noted = login.getAuthNote(NOTE);
        return noted != null && noted.startsWith(user.getId() + ' ');
    }

    private static String state(RealmModel realm, UserModel user) {
        String password = user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(credential -> credential.getId() + ' ' + credential.getCreatedDate())
                .sorted()
                .collect(Collectors.joining(","));
        String email = user.getEmail() == null ? "" : user.getEmail().toLowerCase(Locale.ROOT);
        // Keycloak's verification link may be opened while the login waits for it; Keycloak then decides how the login
        // continues.
        String verified = isVerifiedByLink(realm) ? "" : String.valueOf(user.isEmailVerified());
        String state =
                String.join("\n", password, String.valueOf(user.getFirstAttribute(RECOVERED_AT)), email, verified);
        return user.getId() + ' ' + HashUtils.sha256UrlEncodedHash(state, StandardCharsets.UTF_8);
    }

    private static boolean isVerifiedByLink(RealmModel realm) {
        return RequiredActions.isEnabled(realm, UserModel.RequiredAction.VERIFY_EMAIL.name());
    }
}
