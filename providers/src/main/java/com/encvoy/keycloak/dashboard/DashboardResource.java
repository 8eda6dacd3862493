package com.encvoy.keycloak.dashboard;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.AccountPermissions;
import com.encvoy.keycloak.dashboard.applications.ApplicationsPages;
import com.encvoy.keycloak.dashboard.apps.AppsPages;
import com.encvoy.keycloak.dashboard.data.DataPages;
import com.encvoy.keycloak.dashboard.history.HistoryPage;
import com.encvoy.keycloak.dashboard.look.RealmPage;
import com.encvoy.keycloak.dashboard.privacy.PrivacyPages;
import com.encvoy.keycloak.dashboard.profile.ProfilePages;
import com.encvoy.keycloak.dashboard.requests.RequestsPage;
import com.encvoy.keycloak.dashboard.security.SecurityPages;
import com.encvoy.keycloak.dashboard.sessions.SessionsPages;
import com.encvoy.keycloak.dashboard.shell.Return;
import com.encvoy.keycloak.dashboard.shell.Section;
import com.encvoy.keycloak.dashboard.shell.SignOut;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** {@code /realms/{realm}/dashboard}. */
public final class DashboardResource {

    /** The dashboard's own address. */
    private static final String START = "";

    private final KeycloakSession session;

    DashboardResource(KeycloakSession session) {
        this.session = session;
    }

    /** The first page about one's own account, or the applications where people do not manage their accounts. */
    @GET
    public Response start() {
        Visit visit = Visit.begin(session);
        List<Section> sections =
                Section.of(new AccountPermissions(session.getContext().getRealm(), visit.user()));
        if (sections.isEmpty()) {
            return visit.redirect("applications");
        }
        Section first = sections.get(0);
        return first == Section.PROFILE ? profile().show() : visit.redirect(first.page());
    }

    @Path("signed-in")
    public Return signedIn() {
        return new Return(session, START);
    }

    @Path("sign-out")
    public SignOut signOut() {
        return new SignOut(session);
    }

    @Path("profile")
    public ProfilePages profile() {
        return new ProfilePages(session);
    }

    @Path("privacy")
    public PrivacyPages privacy() {
        return new PrivacyPages(session);
    }

    @Path("security")
    public SecurityPages security() {
        return new SecurityPages(session);
    }

    @Path("sessions")
    public SessionsPages sessions() {
        return new SessionsPages(session);
    }

    @Path("apps")
    public AppsPages apps() {
        return new AppsPages(session);
    }

    @Path("data")
    public DataPages data() {
        return new DataPages(session);
    }

    @Path("applications")
    public ApplicationsPages applications() {
        return new ApplicationsPages(session);
    }

    @Path("activity")
    public HistoryPage activity() {
        return new HistoryPage(session);
    }

    @Path("requests")
    public RequestsPage requests() {
        return new RequestsPage(session);
    }

    @Path("realm")
    public RealmPage realm() {
        return new RealmPage(session);
    }
}
