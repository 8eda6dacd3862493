package com.encvoy.keycloak.account.activity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.account.activity.HistoryEntry.Kind;

/**
 * The events of a person, the newest first, a page at a time from the database. A refused sign-in with a name of the
 * person is only part of it if Keycloak has stored it as an event of this user.
 */
public final class History {

    /** The largest number of entries to skip: a database skips them one by one. */
    public static final int MAX_FIRST = 10_000;

    public static final int MAX_PAGE = 100;

    /** Without {@code UPDATE_PASSWORD}, {@code UPDATE_TOTP} and {@code REMOVE_TOTP}, which report the same again. */
    private static final EventType[] SIGN_INS = {
        EventType.LOGIN,
        EventType.LOGIN_ERROR,
        EventType.LOGOUT,
        EventType.REGISTER,
        EventType.IMPERSONATE,
        EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT,
        EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT
    };

    private static final EventType[] CHANGES = {
        EventType.UPDATE_CREDENTIAL,
        EventType.REMOVE_CREDENTIAL,
        EventType.UPDATE_PROFILE,
        EventType.UPDATE_EMAIL,
        EventType.VERIFY_EMAIL,
        EventType.GRANT_CONSENT,
        EventType.UPDATE_CONSENT,
        EventType.REVOKE_GRANT,
        EventType.FEDERATED_IDENTITY_LINK,
        EventType.FEDERATED_IDENTITY_OVERRIDE_LINK,
        EventType.REMOVE_FEDERATED_IDENTITY
    };

    private final RealmModel realm;
    private final UserModel user;
    private final EventStoreProvider store;

    public History(KeycloakSession session, RealmModel realm, UserModel user) {
        this.realm = realm;
        this.user = user;
        this.store = session.getProvider(EventStoreProvider.class);
    }

    /**
     * A page of what happened.
     *
     * @param entries the newest first
     * @param more whether there are older ones
     */
    public record Page(List<HistoryEntry> entries, boolean more) {}

    /**
     * @param kind what to tell; empty for everything
     * @param first how many to skip, at most {@link #MAX_FIRST}
     * @param max how many to tell, at most {@link #MAX_PAGE}
     */
    public Page page(Optional<Kind> kind, int first, int max) {
        if (store == null) {
            return new Page(List.of(), false);
        }
        int told = Math.min(Math.max(max, 1), MAX_PAGE);
        List<Event> found = store.createQuery()
                .realm(realm.getId())
                .user(user.getId())
                .type(types(kind))
                .firstResult(Math.min(Math.max(first, 0), MAX_FIRST))
                .maxResults(told + 1)
                .orderByDescTime()
                .getResultStream()
                .toList();
        return new Page(found.stream().limit(told).map(EventMeaning::entry).toList(), found.size() > told);
    }

    /** The types of events that are shown. */
    static EventType[] types(Optional<Kind> kind) {
        return kind.map(asked -> asked == Kind.SIGN_IN ? SIGN_INS : CHANGES)
                .orElseGet(
                        () -> Stream.of(SIGN_INS, CHANGES).flatMap(Stream::of).toArray(EventType[]::new));
    }
}
