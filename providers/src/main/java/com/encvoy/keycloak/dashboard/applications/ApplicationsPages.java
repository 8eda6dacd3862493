package com.encvoy.keycloak.dashboard.applications;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.VisibleApplications;
import com.encvoy.keycloak.dashboard.activity.ActivityPages;
import com.encvoy.keycloak.dashboard.activity.CheckPages;
import com.encvoy.keycloak.dashboard.creation.CreationPages;
import com.encvoy.keycloak.dashboard.look.LookPage;
import com.encvoy.keycloak.dashboard.members.HandOverPages;
import com.encvoy.keycloak.dashboard.members.InvitationsPages;
import com.encvoy.keycloak.dashboard.members.MembersPages;
import com.encvoy.keycloak.dashboard.settings.AccessPage;
import com.encvoy.keycloak.dashboard.settings.DeletePage;
import com.encvoy.keycloak.dashboard.settings.OverviewPage;
import com.encvoy.keycloak.dashboard.settings.SecretPages;
import com.encvoy.keycloak.dashboard.settings.SettingsPage;
import com.encvoy.keycloak.dashboard.settings.TrustPage;
import com.encvoy.keycloak.dashboard.shell.Skipped;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** {@code /realms/{realm}/dashboard/applications}. */
public final class ApplicationsPages {

    private static final int PAGE = 20;

    private static final String NO_OWNER = "none";

    private final KeycloakSession session;

    public ApplicationsPages(KeycloakSession session) {
        this.session = session;
    }

    /**
     * The applications that the person may see.
     *
     * @param owner {@code none} for applications without an owner, for administrators
     */
    @GET
    public Response list(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("owner") String owner,
            @QueryParam("first") @DefaultValue("0") String first) {
        Visit visit = Visit.begin(session);
        ApplicationPermissions permissions = visit.permissions();
        int begin = Skipped.of(first);
        boolean withoutOwner = NO_OWNER.equals(owner) && permissions.seesAll();
        VisibleApplications visible = new VisibleApplications(session, visit.caller());
        VisibleApplications.Page page =
                withoutOwner ? visible.withoutOwner(begin, PAGE) : visible.page(search, begin, PAGE);
        return visit.page("applications")
                .textsOf("applications")
                .with(
                        "applications",
                        page.applications().stream()
                                .map(client -> new ApplicationCard(permissions, client).model())
                                .toList())
                .with("search", search)
                .with("withoutOwner", withoutOwner)
                .with("administers", permissions.seesAll())
                .with("first", begin)
                .with("previous", Math.max(0, begin - PAGE))
                .with("next", page.next())
                .with("handsOver", visit.caller().keycloak().users().canManage())
                .with("mayCreate", permissions.mayCreate())
                .render();
    }

    @Path("create")
    public CreationPages create() {
        return new CreationPages(session);
    }

    @Path("{id}")
    public OverviewPage overview(@PathParam("id") String id) {
        return new OverviewPage(session, id);
    }

    @Path("{id}/secret")
    public SecretPages secret(@PathParam("id") String id) {
        return new SecretPages(session, id);
    }

    @Path("{id}/settings")
    public SettingsPage settings(@PathParam("id") String id) {
        return new SettingsPage(session, id);
    }

    @Path("{id}/access")
    public AccessPage access(@PathParam("id") String id) {
        return new AccessPage(session, id);
    }

    @Path("{id}/look")
    public LookPage look(@PathParam("id") String id) {
        return new LookPage(session, id);
    }

    @Path("{id}/delete")
    public DeletePage delete(@PathParam("id") String id) {
        return new DeletePage(session, id);
    }

    @Path("{id}/trust")
    public TrustPage trust(@PathParam("id") String id) {
        return new TrustPage(session, id);
    }

    @Path("{id}/check")
    public CheckPages check(@PathParam("id") String id) {
        return new CheckPages(session, id);
    }

    @Path("{id}/activity")
    public ActivityPages activity(@PathParam("id") String id) {
        return new ActivityPages(session, id);
    }

    @Path("hand-over")
    public HandOverPages handOver() {
        return new HandOverPages(session);
    }

    @Path("{id}/members")
    public MembersPages members(@PathParam("id") String id) {
        return new MembersPages(session, id);
    }

    @Path("{id}/invitations")
    public InvitationsPages invitations(@PathParam("id") String id) {
        return new InvitationsPages(session, id);
    }
}
