package com.encvoy.keycloak.dashboard.shell;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.Caller;

/**
 * A request to the dashboard by a person who is signed in to it: the sign-on cookie of the realm identifies the person,
 * and the session has signed in to the dashboard's client.
 */
public final class Visit {

    /** The field of every form that changes something: a value that only pages of this session know. */
    public static final String CSRF_FIELD = CsrfToken.FIELD;

    private final KeycloakSession session;
    private final UserSessionModel userSession;
    private final Caller caller;
    private final SignIn signIn;
    private final CsrfToken csrf;

    private Visit(KeycloakSession session, DashboardClient client, AuthResult identity) {
        this.session = session;
        this.userSession = identity.session();
        this.caller = Caller.withSession(session, identity.user(), client.model());
        this.signIn = new SignIn(session, client);
        this.csrf = CsrfToken.of(identity.token());
        session.getContext().setClient(client.model());
        Language.choose(session, identity.user());
    }

    /**
     * @throws WebApplicationException 404 in a realm without a dashboard; a redirect to the sign-in, which returns to
     *     the same page, if the person is not signed in
     */
    public static Visit begin(KeycloakSession session) {
        DashboardClient client = DashboardClient.of(session).orElseThrow(ErrorPages::notFound);
        AuthResult identity = new AppAuthManager()
                .authenticateIdentityCookie(session, session.getContext().getRealm());
        if (identity == null || !client.isUsedIn(identity.session())) {
            throw new WebApplicationException(new SignIn(session, client).ask(Here.page(session)));
        }
        Visit visit = new Visit(session, client, identity);
        if (Here.isUnstorable(session)) {
            throw ErrorPages.notFound(visit);
        }
        return visit;
    }

    public KeycloakSession session() {
        return session;
    }

    public Caller caller() {
        return caller;
    }

    public UserModel user() {
        return caller.user();
    }

    public UserSessionModel userSession() {
        return userSession;
    }

    public ApplicationPermissions permissions() {
        return new ApplicationPermissions(caller);
    }

    /** Whether an administrator acts as the person; such a session may look, and change nothing. */
    public boolean isImpersonated() {
        return userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }

    public Locale language() {
        return session.getContext().resolveLocale(user());
    }

    String csrf() {
        return csrf.value();
    }

    /**
     * The fields of a form of this session.
     *
     * @throws WebApplicationException 403 if the token against cross-site request forgery is missing, stale or forged,
     *     or if an administrator acts as the person
     */
    public MultivaluedMap<String, String> form() {
        MultivaluedMap<String, String> form = CsrfToken.fields(session);
        checkCsrf(form.getFirst(CSRF_FIELD));
        if (form.values().stream().flatMap(List::stream).anyMatch(value -> value.indexOf('\0') >= 0)) {
            session.getTransactionManager().setRollbackOnly();
            throw ErrorPages.notFound(this);
        }
        return form;
    }

    /** The form that ends the session, which an administrator who acts as the person may send as well. */
    void checkSignOut() {
        checkGenuine(CsrfToken.fields(session).getFirst(CSRF_FIELD));
    }

    /**
     * @throws WebApplicationException 403 if it is not the token of this session, or if an administrator acts as the
     *     person
     */
    public void checkCsrf(String sent) {
        checkGenuine(sent);
        if (isImpersonated()) {
            session.getTransactionManager().setRollbackOnly();
            throw ErrorPages.impersonated(this);
        }
    }

    private void checkGenuine(String sent) {
        if (!csrf.matches(sent)) {
            session.getTransactionManager().setRollbackOnly();
            throw ErrorPages.stale(this);
        }
    }

    /**
     * Before an action of consequence.
     *
     * @param page to return to after the sign-in, below the dashboard
     * @throws WebApplicationException a redirect to the sign-in, unless the person authenticated within the last
     *     {@value SignIn#RECENT} seconds
     */
    public void requireRecentSignIn(String page) {
        if (!signIn.isRecent(userSession)) {
            if (signIn.isAgain()) {
                // An identity provider that vouches for an old sign-in would send the browser round in circles.
                throw ErrorPages.notRecent(this);
            }
            throw new WebApplicationException(signIn.askAgain(page, language()));
        }
    }

    /**
     * Starts one of Keycloak's application-initiated actions.
     *
     * @param action alias of the required action, possibly with a parameter after a colon
     * @param page of the dashboard to which the person returns; it tells how the action ended
     */
    public Response action(String action, String page) {
        return signIn.act(action, page, language());
    }

    /** The template of a page, filled in with what every page shows. */
    public Page page(String template) {
        return new Page(this, template);
    }

    /** To another page of the dashboard, after a form. */
    public Response redirect(String page) {
        return seeOther(page).build();
    }

    /**
     * To another page of the dashboard, which tells what was done.
     *
     * @param notice the message {@code notice.<notice>}
     */
    public Response redirect(String page, String notice) {
        return seeOther(page).cookie(Notice.cookie(session, notice)).build();
    }

    private Response.ResponseBuilder seeOther(String page) {
        return Response.seeOther(URI.create(DashboardClient.base(session) + page))
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("");
    }

    /** @return to be thrown: a page that says that there is nothing at this address */
    public WebApplicationException notFound() {
        return ErrorPages.notFound(this);
    }

    /** @return to be thrown: a page that says that the person may not do this */
    public WebApplicationException forbidden() {
        return ErrorPages.forbidden(this);
    }
}
