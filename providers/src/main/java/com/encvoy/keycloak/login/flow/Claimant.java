package com.encvoy.keycloak.login.flow;

import java.util.Optional;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.device.Device;

/**
 * The person a visitor at the login page claims to be. Until this is proved, Keycloak's flow has no user, so that
 * pages, the order of the methods and responses are the same whether or not the account exists.
 */
public final class Claimant {

    /** Authentication note: id of the user; empty for an unknown identifier. */
    private static final String USER = "encvoy.candidate";

    /** Authentication note: the execution that asked for the identifier, until it is looked up. */
    private static final String STEP = "encvoy.claimant.step";

    /** Client note, which survives the restart: the login has started over, and no identifier was asked for since. */
    private static final String STARTED_OVER = "encvoy.claimant.started_over";

    private final AuthenticationFlowContext context;
    private final UserModel user;

    /** Null if no lookup was made. */
    private UserLookup lookup;

    private Claimant(AuthenticationFlowContext context) {
        this.context = context;
        this.user = find();
    }

    /** The authenticated user if the user only re-authenticates, otherwise the user named by the identifier. */
    public static Claimant of(AuthenticationFlowContext context) {
        Claimant claimant = new Claimant(context);
        claimant.settle();
        return claimant;
    }

    /**
     * Like {@link #of}, for responses that reveal whether the account exists anyway. Call {@link #settle} for all other
     * responses.
     */
    public static Claimant unsettled(AuthenticationFlowContext context) {
        return new Claimant(context);
    }

    /** Does the remaining work that an unknown identifier would have taken. */
    public void settle() {
        if (lookup != null) {
            lookup.settle();
        }
    }

    private UserModel find() {
        if (context.getUser() != null || FlowKind.of(context) == FlowKind.REGISTRATION) {
            // A registration concerns the account it has created, never a user named on another page of the same tab.
            return context.getUser();
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String step = login.getAuthNote(STEP);
        if (step != null) {
            return lookUp(login, context.getRealm().getAuthenticationExecutionById(step));
        }
        String id = login.getAuthNote(USER);
        return id == null || id.isEmpty() ? null : context.getSession().users().getUserById(context.getRealm(), id);
    }

    private UserModel lookUp(AuthenticationSessionModel login, AuthenticationExecutionModel step) {
        String typed = login.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        UserModel found = null;
        if (step != null
                && typed != null
                && context.getSession().getProvider(Authenticator.class, step.getAuthenticator())
                        instanceof IdentifyingStep asking) {
            lookup = asking.lookup(context.getRealm(), step);
            found = lookup.find(Identifier.of(typed)).orElse(null);
        }
        login.setAuthNote(USER, found == null ? "" : found.getId());
        login.removeAuthNote(STEP);
        return found;
    }

    /**
     * Remembers the submitted identifier. The user is looked up when a proof is verified, so that a correct one does
     * not pay for the work that conceals whether the account exists.
     */
    public static void remember(AuthenticationFlowContext context, Identifier identifier) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, identifier.text());
        login.setAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN, "true");
        login.removeAuthNote(USER);
        login.setAuthNote(STEP, context.getExecution().getId());
    }

    /**
     * Starts the login over if nothing says who is signing in: another flow of this login, such as the recovery of the
     * password, has asked for an identifier since. Otherwise no proof could ever be right. Once only, for flows without
     * a step that asks.
     *
     * @return whether the login starts over
     */
    public static boolean startsOver(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean unknown = context.getUser() == null
                && FlowKind.of(context) == FlowKind.LOGIN
                && login.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME) == null
                && login.getClientNote(STARTED_OVER) == null;
        if (unknown) {
            login.setClientNote(STARTED_OVER, "true");
            context.resetFlow();
        }
        return unknown;
    }

    /** Forgets the user named earlier in another flow of this login. */
    public static void forget(AuthenticationSessionModel login) {
        login.removeClientNote(STARTED_OVER);
        login.removeAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        login.removeAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN);
        login.removeAuthNote(USER);
        login.removeAuthNote(STEP);
    }

    public Optional<UserModel> user() {
        return Optional.ofNullable(user);
    }

    /** Whether the flow already has a user, so that nothing needs to be concealed from this browser. */
    public boolean isAuthenticated() {
        return context.getUser() != null;
    }

    /** The event error if brute-force detection has locked the account; empty otherwise. */
    public Optional<String> bruteForceLockError() {
        if (user == null) {
            context.getSession().loginFailures().getUserLoginFailure(context.getRealm(), FailedAttempt.NOBODY);
            return Optional.empty();
        }
        return Optional.ofNullable(AuthenticatorUtils.getDisabledByBruteForceEventError(context, user));
    }

    public boolean isEnabled() {
        return user != null && user.isEnabled();
    }

    /** Fires the error event of a failed attempt. */
    public void fireError(String error) {
        context.getEvent()
                .detail(
                        Details.USERNAME,
                        context.getAuthenticationSession()
                                .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME));
        if (user != null) {
            context.getEvent().user(user);
        }
        Device.describe(context.getSession(), context.getEvent());
        context.getEvent().error(error);
    }

    /**
     * Counts a failed attempt in brute-force detection. The flow cannot do this, because it would search for the
     * submitted identifier as a user name, and it may be a phone number.
     *
     * @param category credential type
     */
    public void countFailure(String category) {
        if (!context.getRealm().isBruteForceProtected()) {
            return;
        }
        if (user == null) {
            countFailureOfNobody();
        } else {
            new FailedAttempt(context.getRealm(), user, context.getConnection(), context.getUriInfo())
                    .count(context.getProtector(), category);
        }
    }

    /** Takes as long as counting a failure, without counting one. */
    public void countFailureOfNobody() {
        if (context.getRealm().isBruteForceProtected()) {
            FailedAttempt.ofNobody(context.getSession(), context.getRealm());
        }
    }

    /** Sets the claimant as the authenticated user. */
    public void authenticate() {
        context.setUser(user);
        SupersededLogin.noteFirstProof(context.getAuthenticationSession(), user);
    }
}
