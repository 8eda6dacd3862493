package com.encvoy.keycloak.account.credentials;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.WebAuthnConstants;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** When a person last used each credential to sign in, according to the latest stored events. */
final class LastUses {

    /** The number of sign-ins that are read, including silent ones, which name no credential. */
    static final int MAX_EVENTS = 100;

    private final Map<String, Instant> byId = new HashMap<>();
    private final Map<String, Instant> byKey = new HashMap<>();
    private final Map<String, Instant> byType = new HashMap<>();

    private LastUses() {}

    static LastUses of(KeycloakSession session, RealmModel realm, UserModel user) {
        EventStoreProvider store = realm.isEventsEnabled() ? session.getProvider(EventStoreProvider.class) : null;
        return store == null
                ? new LastUses()
                : of(store.createQuery()
                        .realm(realm.getId())
                        .user(user.getId())
                        .type(EventType.LOGIN)
                        .firstResult(0)
                        .maxResults(MAX_EVENTS)
                        .orderByDescTime()
                        .getResultStream());
    }

    /** @param events the newest first */
    static LastUses of(Stream<Event> events) {
        LastUses uses = new LastUses();
        events.forEach(uses::add);
        return uses;
    }

    private void add(Event event) {
        if (event.getDetails() == null) {
            return;
        }
        Instant time = Instant.ofEpochMilli(event.getTime());
        note(byId, event.getDetails().get(Details.SELECTED_CREDENTIAL_ID), time);
        note(byKey, event.getDetails().get(WebAuthnConstants.PUBKEY_CRED_ID_ATTR), time);
        note(byType, event.getDetails().get(Details.CREDENTIAL_TYPE), time);
        Set<String> types = UsedCredentials.of(event);
        types.forEach(type -> note(byType, type, time));
    }

    private static void note(Map<String, Instant> uses, String what, Instant time) {
        if (what != null) {
            uses.putIfAbsent(what, time);
        }
    }

    /** The last use of a credential that the event names by Keycloak's id. */
    Optional<Instant> ofId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The last use of a key.
     *
     * @param key its id in base64url without padding
     */
    Optional<Instant> ofKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The last use of any credential of a type. */
    Optional<Instant> ofType(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
