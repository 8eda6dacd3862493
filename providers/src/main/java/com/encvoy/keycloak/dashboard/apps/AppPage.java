package com.encvoy.keycloak.dashboard.apps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.account.applications.KnownApplication;
import com.encvoy.keycloak.account.applications.KnownApplications;
import com.encvoy.keycloak.account.applications.Revocation;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;

/** {@code …/apps/{id}}: an application that has access to the account, and the page that takes it away. */
public final class AppPage {

    private static final String[] REVOKES = {AccountRoles.MANAGE_ACCOUNT, AccountRoles.MANAGE_CONSENT};

    private final KeycloakSession session;
    private final String id;

    AppPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    @GET
    public Response show() {
        AccountVisit visit = AppsPages.begin(session);
        return page(visit, "app", known(visit)).render();
    }

    @GET
    @Path("revoke")
    public Response ask() {
        AccountVisit visit = AppsPages.begin(session);
        KnownApplication known = known(visit);
        if (!visit.may(REVOKES)) {
            throw visit.visit().forbidden();
        }
        return page(visit, "app-revocation", known).render();
    }

    @POST
    @Path("revoke")
    public Response revoke() {
        AccountVisit visit = AppsPages.begin(session);
        visit.form(REVOKES);
        KnownApplication known = known(visit);
        new Revocation(session, visit.realm(), visit.user())
                .revoke(known.client(), visit.may(AccountRoles.MANAGE_ACCOUNT), visit.event(EventType.REVOKE_GRANT));
        return visit.visit().redirect(AppsPages.PAGE + "/access", "access_revoked");
    }

    private KnownApplication known(AccountVisit visit) {
        return new KnownApplications(session, visit.realm(), visit.user())
                .withId(id)
                .filter(KnownApplication::hasAccess)
                .orElseThrow(visit.visit()::notFound);
    }

    private Page page(AccountVisit visit, String template, KnownApplication known) {
        return visit.page(template)
                .textsOf(AppsPages.PAGE)
                .with("application", new AccessShown(session, visit.language()).of(known))
                .with("mayRevoke", visit.may(REVOKES))
                .with("previews", ApplicationPermissions.isApplication(known.client()));
    }
}
