package com.encvoy.keycloak.dashboard.shell;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.managers.AppAuthManager;

/** The address to which the sign-in returns. Redirects to the page that requested the sign-in. */
public final class Return {

    private final KeycloakSession session;
    private final String start;

    /** @param start page for a sign-in that names none */
    public Return(KeycloakSession session, String start) {
        this.session = session;
        this.start = start;
    }

    @GET
    public Response signedIn(
            @QueryParam("state") String state,
            @QueryParam("error") String error,
            @QueryParam(Constants.KC_ACTION_STATUS) String actionStatus) {
        DashboardClient client = DashboardClient.of(session).orElseThrow(ErrorPages::notFound);
        boolean signedIn = new AppAuthManager()
                        .authenticateIdentityCookie(
                                session, session.getContext().getRealm())
                != null;
        if (error != null || !signedIn) {
            session.getContext().setClient(client.model());
            return ErrorPage.error(
                    session,
                    null,
                    Response.Status.FORBIDDEN,
                    error == null ? "encvoyDashboardCookies" : "encvoyDashboardNotSignedIn");
        }
        String page = SignIn.page(state)
                .filter(known -> !known.startsWith(DashboardClient.CALLBACK))
                .orElse(start);
        Response.ResponseBuilder response = Response.seeOther(URI.create(DashboardClient.base(session) + page));
        Notice.ended(session, actionStatus).ifPresent(response::cookie);
        return response.build();
    }
}
