package com.encvoy.keycloak.dashboard.activity;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.activity.Activity;
import com.encvoy.keycloak.application.activity.ActivityQuery;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;

/** {@code …/activity}: what happened at an application, the newest first, each refusal explained. */
public final class ActivityPages {

    static final String PAGE = "activity";

    private static final int LENGTH = 30;

    private final KeycloakSession session;
    private final String id;

    public ActivityPages(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /**
     * @param kind {@code sign_in}, {@code refusal} or {@code change}; anything else for everything
     * @param from the first day, such as {@code 2026-11-27}
     * @param to the last day
     * @param first number of the first entry
     */
    @GET
    public Response list(
            @QueryParam("kind") String kind,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("first") String first) {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        visit.require(visit.permissions().mayRead(visit.client()));
        ActivityFilter filter = ActivityFilter.of(kind, from, to, first);
        List<Activity> found = new ActivityQuery(session, visit.client())
                .page(filter.kinds(), filter.begin(), filter.end(), filter.first(), LENGTH + 1);
        ActivityShown shown = new ActivityShown(visit);
        boolean whole = visit.permissions().seesPeopleWhole();
        boolean more = found.size() > LENGTH;
        int next = filter.first() + LENGTH;
        boolean reachable = next <= ActivityQuery.MAX_FIRST;
        return visit.page(PAGE)
                .textsOf(PAGE)
                .textsOf("insight")
                .with("values", filter.values())
                .with(
                        "entries",
                        found.stream()
                                .limit(LENGTH)
                                .map(activity -> shown.model(whole ? activity : activity.withoutAccounts()))
                                .toList())
                .with("recording", new Recording(visit.client().getRealm()).model())
                .with("narrow", filter.isNarrow())
                .with("previous", filter.first() > 0 ? Math.max(0, filter.first() - LENGTH) : -1)
                .with("next", more && reachable ? next : -1)
                .with("older", more && !reachable)
                .render();
    }

    /** Registers the redirect address of a refused sign-in. */
    @Path("register")
    public RegisterPage register() {
        return new RegisterPage(session, id);
    }
}
