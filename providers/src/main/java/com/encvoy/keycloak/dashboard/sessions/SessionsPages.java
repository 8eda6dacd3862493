package com.encvoy.keycloak.dashboard.sessions;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.UserProfileContext;

import com.encvoy.keycloak.account.sessions.Place;
import com.encvoy.keycloak.account.sessions.Places;
import com.encvoy.keycloak.account.sessions.SigningOut;
import com.encvoy.keycloak.dashboard.account.AccountVisit;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Section;
import com.encvoy.keycloak.dashboard.shell.SignOut;

/** {@code /realms/{realm}/dashboard/sessions}: where a person is signed in, and at which applications. */
public final class SessionsPages {

    static final String PAGE = "sessions";

    private static final int LENGTH = 20;

    private final KeycloakSession session;

    public SessionsPages(KeycloakSession session) {
        this.session = session;
    }

    static AccountVisit begin(KeycloakSession session) {
        return AccountVisit.begin(session, Section.SESSIONS.roles());
    }

    static Places places(AccountVisit visit) {
        return Places.of(
                visit.session(), visit.realm(), visit.user(), visit.visit().userSession());
    }

    static SigningOut signingOut(AccountVisit visit) {
        return new SigningOut(
                visit.session(),
                () -> visit.event(EventType.LOGOUT).detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name()));
    }

    static Page page(AccountVisit visit, String template) {
        return visit.page(template).textsOf(PAGE);
    }

    /** @param first number of the first place */
    @GET
    public Response list(@QueryParam("first") String first) {
        AccountVisit visit = begin(session);
        Places places = places(visit);
        List<Place> all = places.all();
        int start = start(first, all.size());
        int next = start + LENGTH;
        PlaceShown shown = new PlaceShown(visit.language());
        return page(visit, PAGE)
                .with(
                        "places",
                        all.stream().skip(start).limit(LENGTH).map(shown::place).toList())
                .with(
                        "applications",
                        places.applications().stream().map(shown::application).toList())
                .with("others", places.others().size())
                .with("first", start)
                .with("previous", Math.max(0, start - LENGTH))
                .with("next", next < all.size() ? next : -1)
                .with("mayEnd", visit.may(AccountRoles.MANAGE_ACCOUNT))
                .render();
    }

    private static int start(String first, int size) {
        try {
            int start = Integer.parseInt(first);
            return start < 0 || start >= size ? 0 : start;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Signs out at one place. */
    @POST
    @Path("end")
    public Response end() {
        AccountVisit visit = begin(session);
        String id = visit.form(AccountRoles.MANAGE_ACCOUNT).getFirst("place");
        Place place = places(visit).withId(id).orElseThrow(visit.visit()::notFound);
        if (place.current()) {
            return new SignOut(session).signOut();
        }
        signingOut(visit).from(place);
        return visit.visit().redirect(PAGE, "place_ended");
    }

    /** Asks once more. */
    @GET
    @Path("others")
    public Response askOthers() {
        AccountVisit visit = begin(session);
        if (!visit.may(AccountRoles.MANAGE_ACCOUNT)) {
            throw visit.visit().forbidden();
        }
        return page(visit, "sessions-others")
                .with("others", places(visit).others().size())
                .render();
    }

    /** Signs out everywhere but here. */
    @POST
    @Path("others")
    public Response endOthers() {
        AccountVisit visit = begin(session);
        visit.form(AccountRoles.MANAGE_ACCOUNT);
        SigningOut out = signingOut(visit);
        places(visit).others().forEach(out::from);
        return visit.visit().redirect(PAGE, "places_ended");
    }

    @Path("applications/{id}")
    public ApplicationSessionsPage application(@PathParam("id") String id) {
        return new ApplicationSessionsPage(session, id);
    }
}
