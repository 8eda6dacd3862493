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

/**
 * Who somebody at the login page says to be. Until they have proved it, Keycloak's flow knows of nobody: pages, order
 * of the methods and answers are then the same for people who have an account and for those who have none.
 */
public final class Claimant {

    /** The id of the account; empty for an unknown person. */
    private static final String USER = "encvoy.candidate";

    /** The step at which the identifier was typed, until it is looked up. */
    private static final String STEP = "encvoy.claimant.step";

    private final AuthenticationFlowContext context;
    private final UserModel user;

    /** Null where nothing was looked up. */
    private UserLookup lookup;

    private Claimant(AuthenticationFlowContext context) {
        this.context = context;
        this.user = find();
    }

    /** Whoever is signed in already and only confirms it, else whom the identifier meant. */
    public static Claimant of(AuthenticationFlowContext context) {
        Claimant claimant = new Claimant(context);
        claimant.settle();
        return claimant;
    }

    /**
     * As {@link #of}, for an answer that tells anyway whether there is an account; {@link #settle} is for every other
     * answer.
     */
    public static Claimant unsettled(AuthenticationFlowContext context) {
        return new Claimant(context);
    }

    /** Does the rest of the work that an unknown person would have taken. */
    public void settle() {
        if (lookup != null) {
            lookup.settle();
        }
    }

    private UserModel find() {
        if (context.getUser() != null || FlowKind.of(context) == FlowKind.REGISTRATION) {
            // A registration is about the account that it has created, never about a person who was named at another
            // page of the tab.
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
     * Remembers what was typed. The person is looked up when a proof is checked, so that a right one costs no work for
     * appearances.
     */
    public static void remember(AuthenticationFlowContext context, Identifier identifier) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, identifier.text());
        login.setAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN, "true");
        login.removeAuthNote(USER);
        login.setAuthNote(STEP, context.getExecution().getId());
    }

    /** Whoever was named before, in another flow of this login, is not meant any more. */
    public static void forget(AuthenticationSessionModel login) {
        login.removeAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        login.removeAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN);
        login.removeAuthNote(USER);
        login.removeAuthNote(STEP);
    }

    public Optional<UserModel> user() {
        return Optional.ofNullable(user);
    }

    /** Known to the flow already: there is nothing left to hide from this browser. */
    public boolean isAuthenticated() {
        return context.getUser() != null;
    }

    /** The error for events where brute-force detection has locked the account. */
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
        context.getEvent().error(error);
    }

    /**
     * Counts a failed attempt in brute-force detection. Not left to the flow: it would look for the user name that was
     * typed, which may be a phone number.
     *
     * @param category the kind of credential
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

    /** Takes as long as counting a failure, where none is counted. */
    public void countFailureOfNobody() {
        if (context.getRealm().isBruteForceProtected()) {
            FailedAttempt.ofNobody(context.getSession(), context.getRealm());
        }
    }

    /** The person has proved to be the claimant. */
    public void authenticate() {
        context.setUser(user);
        SupersededLogin.noteFirstProof(context.getAuthenticationSession(), user);
    }
}
