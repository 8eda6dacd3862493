package com.encvoy.keycloak.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.dashboard.applications.ApplicationsPages;
import com.encvoy.keycloak.dashboard.look.RealmPage;
import com.encvoy.keycloak.dashboard.shell.Return;
import com.encvoy.keycloak.dashboard.shell.SignOut;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** {@code /realms/{realm}/dashboard}. */
public final class DashboardResource {

    private static final String START = "applications";

    private final KeycloakSession session;

    DashboardResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response start() {
        return Visit.begin(session).redirect(START);
    }

    @Path("signed-in")
    public Return signedIn() {
        return new Return(session, START);
    }

    @Path("sign-out")
    public SignOut signOut() {
        return new SignOut(session);
    }

    @Path("applications")
    public ApplicationsPages applications() {
        return new ApplicationsPages(session);
    }

    @Path("realm")
    public RealmPage realm() {
        return new RealmPage(session);
    }
}
