package com.encvoy.keycloak.dashboard.shell;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.Caller;

/**
 * A request to the dashboard by a person who is signed in to it: the sign-on cookie of the realm identifies the person,
 * and the session has signed in to the dashboard's client.
 */
public final class Visit {

    /** The field of every form that changes something: a value that only pages of this session know. */
    public static final String CSRF_FIELD = "state_checker";

    /** Seconds after which an action of consequence asks for another sign-in. */
    static final int RECENT = 300;

    private final KeycloakSession session;
    private final UserSessionModel userSession;
    private final Caller caller;
    private final SignIn signIn;
    private final String csrf;

    private Visit(KeycloakSession session, DashboardClient client, AuthResult identity) {
        this.session = session;
        this.userSession = identity.session();
        this.caller = Caller.withSession(session, identity.user(), client.model());
        this.signIn = new SignIn(session, client);
        this.csrf = String.valueOf(identity.token().getOtherClaims().get(CSRF_FIELD));
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
        if (identity == null
                || identity.session()
                                .getAuthenticatedClientSessionByClient(
                                        client.model().getId())
                        == null) {
            throw new WebApplicationException(new SignIn(session, client).ask(Here.page(session)));
        }
        Visit visit = new Visit(session, client, identity);
        if (session.getContext()
                .getUri()
                .getRequestUri()
                .getRawSchemeSpecificPart()
                .contains("%00")) {
            // No database compares it.
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

    public Locale language() {
        return session.getContext().resolveLocale(user());
    }

    String csrf() {
        return csrf;
    }

    /**
     * The fields of a form of this session.
     *
     * @throws WebApplicationException 403 if the token against cross-site request forgery is missing, stale or forged
     */
    public MultivaluedMap<String, String> form() {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        checkCsrf(form == null ? null : form.getFirst(CSRF_FIELD));
        if (form.values().stream().flatMap(List::stream).anyMatch(value -> value.indexOf('\0') >= 0)) {
            session.getTransactionManager().setRollbackOnly();
            throw ErrorPages.notFound(this);
        }
        return form;
    }

    /** @throws WebApplicationException 403 if it is not the token of this session */
    public void checkCsrf(String sent) {
        boolean genuine = sent != null
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8));
        if (!genuine) {
            session.getTransactionManager().setRollbackOnly();
            throw ErrorPages.stale(this);
        }
    }

    /**
     * Before an action of consequence.
     *
     * @param page to return to after the sign-in, below the dashboard
     * @throws WebApplicationException a redirect to the sign-in, unless the person proved who it is within the last
     *     {@value #RECENT} seconds
     */
    public void requireRecentSignIn(String page) {
        String authenticated = userSession.getNote(AuthenticationManager.AUTH_TIME);
        if (authenticated != null && Time.currentTimeMillis() / 1000 - Long.parseLong(authenticated) <= RECENT) {
            return;
        }
        if (session.getContext().getUri().getQueryParameters().containsKey(SignIn.AGAIN)) {
            // An identity provider that vouches for an old sign-in would send the browser round in circles.
            throw ErrorPages.notRecent(this);
        }
        throw new WebApplicationException(signIn.askAgain(page, language()));
    }

    /** The template of a page, filled in with what every page shows. */
    public Page page(String template) {
        return new Page(this, template);
    }

    /** To another page of the dashboard, after a form. */
    public Response redirect(String page) {
        return Response.seeOther(address(page))
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("")
                .build();
    }

    /**
     * To another page of the dashboard, which tells what was done.
     *
     * @param notice the message {@code notice.<notice>}
     */
    public Response redirect(String page, String notice) {
        return Response.seeOther(address(page))
                .cookie(Notice.cookie(session, notice))
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("")
                .build();
    }

    private URI address(String page) {
        return URI.create(DashboardClient.base(session) + page);
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
