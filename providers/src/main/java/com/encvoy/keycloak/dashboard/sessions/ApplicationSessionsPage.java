package com.encvoy.keycloak.dashboard.sessions;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.account.sessions.UsedApplication;
import com.encvoy.keycloak.dashboard.account.AccountVisit;

/** {@code …/sessions/applications/{id}}: signs out of one application, wherever the person is signed in to it. */
public final class ApplicationSessionsPage {

    private final KeycloakSession session;
    private final String id;

    ApplicationSessionsPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Asks once more. */
    @GET
    public Response ask() {
        AccountVisit visit = SessionsPages.begin(session);
        UsedApplication used = used(visit);
        if (!visit.may(AccountRoles.MANAGE_ACCOUNT)) {
            throw visit.visit().forbidden();
        }
        return SessionsPages.page(visit, "sessions-application")
                .with("application", new PlaceShown(visit.language()).application(used))
                .render();
    }

    @POST
    public Response end() {
        AccountVisit visit = SessionsPages.begin(session);
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        SessionsPages.signingOut(visit).fromApplication(used(visit).application(), visit.user());
        return visit.visit().redirect(SessionsPages.PAGE, "application_ended");
    }

    private UsedApplication used(AccountVisit visit) {
        return SessionsPages.places(visit).application(id).orElseThrow(visit.visit()::notFound);
    }
}
