package com.encvoy.keycloak.application.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AdminEventQuery;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.activity.Activity.Explanation;
import com.encvoy.keycloak.application.activity.Activity.Kind;

/**
 * The events of an application, the newest first, a page at a time from the database. Events that are older than the
 * application belong to another one, which had the same client ID.
 */
public final class ActivityQuery {

    /** Further back, one searches by date: pages of two stores are merged in memory. */
    public static final int MAX_FIRST = 10_000;

    public static final int MAX_PAGE = 100;

    /** Event detail with the reference that a page shows to the person. */
    private static final String REFERENCE = "reference";

    private static final EventType[] SIGN_INS = {
        EventType.LOGIN,
        EventType.LOGOUT,
        EventType.REGISTER,
        EventType.CLIENT_LOGIN,
        EventType.GRANT_CONSENT,
        EventType.REVOKE_GRANT
    };

    private static final EventType[] REFUSALS = {
        EventType.LOGIN_ERROR,
        EventType.CODE_TO_TOKEN_ERROR,
        EventType.REFRESH_TOKEN_ERROR,
        EventType.CLIENT_LOGIN_ERROR,
        EventType.USER_INFO_REQUEST_ERROR,
        EventType.INTROSPECT_TOKEN_ERROR,
        EventType.TOKEN_EXCHANGE_ERROR,
        EventType.PUSHED_AUTHORIZATION_REQUEST_ERROR,
        EventType.OAUTH2_DEVICE_AUTH_ERROR,
        EventType.OAUTH2_DEVICE_CODE_TO_TOKEN_ERROR,
        EventType.IDENTITY_PROVIDER_LOGIN_ERROR,
        EventType.CLIENT_INFO_ERROR,
        EventType.LOGOUT_ERROR
    };

    private final ClientModel client;
    private final RealmModel realm;
    private final EventStoreProvider store;

    public ActivityQuery(KeycloakSession session, ClientModel client) {
        this.client = client;
        this.realm = client.getRealm();
        this.store = session.getProvider(EventStoreProvider.class);
    }

    /**
     * A page of what happened.
     *
     * @param kinds what to tell; empty for everything
     * @param from the earliest time; empty for everything that is stored
     * @param to the latest time; empty for now
     * @param first how many to skip, at most {@link #MAX_FIRST}
     * @param max how many to tell, at most {@link #MAX_PAGE}; ask for one more to learn whether there is another page
     */
    public List<Activity> page(Set<Kind> kinds, Optional<Instant> from, Optional<Instant> to, int first, int max) {
        if (store == null) {
            return List.of();
        }
        int skipped = Math.min(Math.max(first, 0), MAX_FIRST);
        int told = Math.min(Math.max(max, 0), MAX_PAGE);
        long since = Math.max(from.map(Instant::toEpochMilli).orElse(0L), created());
        long until = to.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        boolean everything = kinds.isEmpty();
        boolean changes = everything || kinds.contains(Kind.CHANGE);
        EventType[] types = types(kinds);
        if (!changes) {
            return events(types, since, until, skipped, told).toList();
        }
        // Of two or three ordered lists, the page is among the first entries of each.
        int reach = skipped + told;
        return Stream.of(
                        types.length == 0 ? Stream.<Activity>empty() : events(types, since, until, 0, reach),
                        changes("clients/" + client.getId() + "*", since, until, reach),
                        changes("applications/" + client.getClientId() + "/*", since, until, reach))
                .flatMap(activities -> activities)
                .sorted(Comparator.comparing(Activity::time).reversed())
                .skip(skipped)
                .limit(told)
                .toList();
    }

    private static EventType[] types(Set<Kind> kinds) {
        return Stream.of(
                        kinds.isEmpty() || kinds.contains(Kind.SIGN_IN) ? SIGN_INS : new EventType[0],
                        kinds.isEmpty() || kinds.contains(Kind.REFUSAL) ? REFUSALS : new EventType[0])
                .flatMap(Stream::of)
                .toArray(EventType[]::new);
    }

    /** When the application was created, as far as it is stored. */
    private long created() {
        return store.createAdminQuery()
                .realm(realm.getId())
                .operation(OperationType.CREATE)
                .resourcePath("clients/" + client.getId())
                .firstResult(0)
                .maxResults(1)
                .orderByDescTime()
                .getResultStream()
                .mapToLong(AdminEvent::getTime)
                .findFirst()
                .orElse(0);
    }

    private Stream<Activity> events(EventType[] types, long since, long until, int first, int max) {
        EventQuery query = store.createQuery()
                .realm(realm.getId())
                .client(client.getClientId())
                .type(types)
                .firstResult(first)
                .maxResults(max)
                .orderByDescTime();
        if (since > 0) {
            query.fromDate(since);
        }
        if (until < Long.MAX_VALUE) {
            query.toDate(until);
        }
        return query.getResultStream().map(this::activity);
    }

    private Activity activity(Event event) {
        boolean refused = event.getError() != null;
        return new Activity(
                Instant.ofEpochMilli(event.getTime()),
                refused ? Kind.REFUSAL : Kind.SIGN_IN,
                Optional.ofNullable(event.getUserId()),
                refused ? RefusedSignIn.explain(event, client) : Explanation.of(SignIn.code(event.getType())),
                RefusedSignIn.detail(event, REFERENCE));
    }

    private Stream<Activity> changes(String path, long since, long until, int max) {
        AdminEventQuery query = store.createAdminQuery()
                .realm(realm.getId())
                .resourcePath(path)
                .firstResult(0)
                .maxResults(max)
                .orderByDescTime();
        if (since > 0) {
            query.fromTime(since);
        }
        if (until < Long.MAX_VALUE) {
            query.toTime(until);
        }
        // The database reads some characters of a client ID as wildcards.
        return query.getResultStream()
                .filter(event -> ApplicationChange.concerns(event, client))
                .map(this::activity);
    }

    private Activity activity(AdminEvent event) {
        return new Activity(
                Instant.ofEpochMilli(event.getTime()),
                Kind.CHANGE,
                Optional.ofNullable(event.getAuthDetails())
                        .filter(actor -> realm.getId().equals(actor.getRealmId()))
                        .map(actor -> actor.getUserId()),
                ApplicationChange.explain(event, client),
                Optional.empty());
    }
}
