package com.encvoy.keycloak.api.applications;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.members.MemberShown;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.PageRange;
import com.encvoy.keycloak.api.request.Parameter;
import com.encvoy.keycloak.application.activity.Activity;
import com.encvoy.keycloak.application.activity.Activity.Explanation;
import com.encvoy.keycloak.application.activity.ActivityQuery;
import com.encvoy.keycloak.membership.Members;

/** {@code /realms/{realm}/api/applications/{client_id}/activity}: what happened, the newest first. */
public final class ActivityResource {

    /** The last second of the year 9999. */
    private static final long MAX_TIME = 253_402_300_799L;

    private final KeycloakSession session;
    private final String clientId;

    ActivityResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /**
     * @param kind {@code sign_in}, {@code refusal} or {@code change}; everything if there is none
     * @param from in seconds since the epoch
     * @param to in seconds since the epoch
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("kind") String kind,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayRead);
        PageRange range = PageRange.of(first, max, ActivityQuery.MAX_FIRST);
        Set<Activity.Kind> kinds = StringUtil.isBlank(kind)
                ? Set.of()
                : Set.of(Parameter.choice("kind", kind, Activity.Kind.class, ActivityResource::spelling));
        List<Activity> found = new ActivityQuery(session, client)
                .page(kinds, time("from", from), time("to", to), range.first(), range.max());
        Shown shown = new Shown(caller, client);
        // A full page may be the last one: the next is empty then.
        int next = range.first() + range.max();
        return PageRange.answer(
                session,
                found.stream().map(shown::of).toList(),
                found.size() == range.max() && next <= ActivityQuery.MAX_FIRST ? next : -1);
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> time(String name, String value) {
        long seconds = Parameter.number(name, value, -1, 0, MAX_TIME);
        return seconds < 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    private final class Shown {

        private final boolean people;
        private final Members members;
        private final boolean whole;

        Shown(ApiCaller caller, ClientModel client) {
            this.people = caller.permissions().mayReadMembers(client);
            this.whole = caller.permissions().seesPeopleWhole();
            this.members = new Members(session, client, caller.permissions().seesPeopleWhole());
        }

        Map<String, Object> of(Activity stored) {
            Activity activity = whole ? stored : stored.withoutAccounts();
            Explanation explanation = activity.explanation();
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("time", activity.time().getEpochSecond());
            shown.put("kind", spelling(activity.kind()));
            shown.put("code", explanation.code());
            shown.put("parameters", explanation.parameters());
            shown.put("side", explanation.side().map(Activity.Side::key).orElse(null));
            shown.put(
                    "remedy", explanation.remedy().map(ActivityResource::remedy).orElse(null));
            shown.put("person", activity.person().map(this::person).orElse(null));
            shown.put("reference", activity.reference().orElse(null));
            return shown;
        }

        /** People who are no members are nothing to the owner but that they came. */
        private Map<String, Object> person(String id) {
            return people ? members.withId(id).map(MemberShown::of).orElse(null) : null;
        }
    }

    /** The person to invite is not named: the address is not the application's to know. */
    private static Map<String, Object> remedy(Activity.Remedy remedy) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("action", spelling(remedy.action()));
        if (remedy.action() == Activity.Remedy.Action.REGISTER_REDIRECT_URI) {
            shown.put("value", remedy.value());
        }
        return shown;
    }
}
