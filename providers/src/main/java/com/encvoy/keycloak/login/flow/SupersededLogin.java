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
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.application.AfterCommit;

/**
 * A login whose proofs are older than the account they were given for: since then the password was recovered or
 * changed, or the address was changed or verified, in another login or by an administrator. Such a login starts over.
 * Otherwise an attacker who knows an old password, or who has registered another person's address, could wait at a page
 * until the owner has secured the account.
 *
 * <p>At the first proof a login notes the state of the account. Every later page compares: the steps of this pack, and
 * all required actions that write credentials or addresses, see {@link GuardedActions}.
 */
public final class SupersededLogin {

    /**
     * User attribute, milliseconds since 1970: when the password was recovered. Passwords of a directory have no date
     * of their own.
     */
    public static final String RECOVERED_AT = "encvoy.recovered_at";

    /** The value of the detail {@code reason} in events. */
    static final String REASON = "superseded";

    private static final String NOTE = "encvoy.account_state";

    private SupersededLogin() {}

    /** Notes the state of the account at the first proof; later proofs of the same person change nothing. */
    public static void noteFirstProof(AuthenticationSessionModel login, UserModel user) {
        if (!isNoted(login, user)) {
            noteOwnChange(login, user);
        }
    }

    /** Notes the state of the account after this login itself has changed it. */
    public static void noteOwnChange(AuthenticationSessionModel login, UserModel user) {
        login.setAuthNote(NOTE, state(login.getRealm(), user));
    }

    /** Whether the account has changed since the first proof of this login. */
    public static boolean isIn(AuthenticationSessionModel login, UserModel user) {
        return user != null && isNoted(login, user) && !login.getAuthNote(NOTE).equals(state(login.getRealm(), user));
    }

    /**
     * As {@link #isIn}, compared once in a request however many actions ask: Keycloak evaluates all of them at the end
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

    /** Starts the login over if it has been superseded. */
    public static boolean startsOver(AuthenticationFlowContext context) {
        boolean superseded = isIn(context.getAuthenticationSession(), context.getUser());
        if (superseded) {
            startOver(context);
        }
        return superseded;
    }

    /** Starts a login over of which a step knows that it has been superseded. */
    public static void startOver(AuthenticationFlowContext context) {
        context.forceChallenge(restart(
                context.getSession(), context.getAuthenticationSession(), context.getUser(), context.getEvent()));
    }

    /** Starts the login over if it has been superseded. */
    public static boolean startsOver(RequiredActionContext context) {
        boolean superseded = isIn(context.getAuthenticationSession(), context.getUser());
        if (superseded) {
            context.challenge(restart(
                    context.getSession(), context.getAuthenticationSession(), context.getUser(), context.getEvent()));
        }
        return superseded;
    }

    /**
     * Takes back the session of a login that Keycloak has just finished, before its answer is sent: what it has given
     * out is worth nothing.
     */
    public static void undo(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user, String sessionId) {
        report(new EventBuilder(login.getRealm(), session, session.getContext().getConnection()), login, user);
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = login.getRealm().getId();
        AfterCommit.run(
                session,
                () -> KeycloakModelUtils.runJobInTransaction(factory, job -> {
                    RealmModel realm = job.realms().getRealm(realmId);
                    job.getContext().setRealm(realm);
                    UserSessionModel finished = job.sessions().getUserSession(realm, sessionId);
                    if (finished != null) {
                        job.sessions().removeUserSession(realm, finished);
                    }
                    UserSessionModel offline = job.sessions().getOfflineUserSession(realm, sessionId);
                    if (offline != null) {
                        job.sessions().removeOfflineUserSession(realm, offline);
                    }
                }));
    }

    /**
     * Keeps a login from linking an account of an identity provider once it has been superseded: Keycloak links it when
     * the person comes back from the provider, where no required action is asked.
     *
     * @throws ErrorPageException with a page that says that the login has expired
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
        // Keycloak's own link may be opened while the login waits for it: Keycloak decides then what becomes of the
        // login.
        String verified = isVerifiedByLink(realm) ? "" : String.valueOf(user.isEmailVerified());
        String state =
                String.join("\n", password, String.valueOf(user.getFirstAttribute(RECOVERED_AT)), email, verified);
        return user.getId() + ' ' + HashUtils.sha256UrlEncodedHash(state, StandardCharsets.UTF_8);
    }

    private static boolean isVerifiedByLink(RealmModel realm) {
        RequiredActionProviderModel link =
                realm.getRequiredActionProviderByAlias(UserModel.RequiredAction.VERIFY_EMAIL.name());
        return link != null && link.isEnabled();
    }
}
