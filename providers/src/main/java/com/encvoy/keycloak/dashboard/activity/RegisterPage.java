package com.encvoy.keycloak.dashboard.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.activity.Activity;
import com.encvoy.keycloak.application.activity.Activity.Remedy;
import com.encvoy.keycloak.application.activity.ActivityQuery;
import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ApplicationVersion;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;

/**
 * {@code …/activity/register}: asks whether the redirect address of a refused sign-in is the application's, and
 * registers it. Only an address that a stored event offers is asked about: a link cannot invent one.
 */
public final class RegisterPage {

    private static final long LAST_TIME = 253_402_300_799_999L;

    private final KeycloakSession session;
    private final String id;

    RegisterPage(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /**
     * @param at when the sign-in was refused, in milliseconds since the epoch
     * @param uri the address
     */
    @GET
    public Response ask(@QueryParam("at") String at, @QueryParam("uri") String uri) {
        ApplicationVisit visit = begin();
        return page(visit, offered(visit, at, uri), at, List.of());
    }

    @POST
    public Response register() {
        ApplicationVisit visit = begin();
        MultivaluedMap<String, String> form = visit.visit().form();
        String at = form.getFirst("at");
        String uri = offered(visit, at, form.getFirst("uri"));
        String version = ApplicationVersion.of(visit.client());
        ApplicationProfile profile = ApplicationProfile.of(visit.client());
        List<Refusal> refusals = profile.redirectUris().contains(uri)
                ? List.of()
                : new ApplicationEditor(session, visit.client())
                        .save(visit.caller(), with(profile, uri), Map.of(), version);
        return refusals.isEmpty()
                ? visit.redirect(ActivityPages.PAGE, "redirect_uri_registered")
                : page(visit, uri, at, refusals);
    }

    private ApplicationVisit begin() {
        ApplicationVisit visit = ApplicationVisit.begin(session, id);
        return visit.require(visit.permissions().mayChange(visit.client()));
    }

    private static ApplicationProfile with(ApplicationProfile profile, String uri) {
        List<String> redirectUris = new ArrayList<>(profile.redirectUris());
        redirectUris.add(uri);
        return new ApplicationProfile(
                profile.name(),
                profile.description(),
                profile.domain(),
                redirectUris,
                profile.postLogoutRedirectUris(),
                profile.publicClient());
    }

    private String offered(ApplicationVisit visit, String at, String uri) {
        return time(at).stream()
                .flatMap(time -> new ActivityQuery(session, visit.client())
                        .page(Set.of(Activity.Kind.REFUSAL), Optional.of(time), Optional.of(time), 0, 100).stream())
                .flatMap(activity -> activity.explanation().remedy().stream())
                .filter(remedy -> remedy.action() == Remedy.Action.REGISTER_REDIRECT_URI)
                .map(Remedy::value)
                .filter(value -> value.equals(uri))
                .findFirst()
                .orElseThrow(visit.visit()::notFound);
    }

    private static Optional<Instant> time(String millis) {
        try {
            return Optional.of(Long.parseLong(millis))
                    .filter(time -> time > 0 && time <= LAST_TIME)
                    .map(Instant::ofEpochMilli);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Response page(ApplicationVisit visit, String uri, String at, List<Refusal> refusals) {
        return visit.page("register")
                .textsOf("insight")
                .textsOf("refusals")
                .with("uri", uri)
                .with("at", at)
                .with("registered", ApplicationProfile.of(visit.client()).redirectUris())
                .with("refusals", RefusalShown.models(refusals))
                .status(refusals.isEmpty() ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .render();
    }
}
