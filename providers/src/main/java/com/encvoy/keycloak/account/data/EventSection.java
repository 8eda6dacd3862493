package com.encvoy.keycloak.account.data;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.core.JsonGenerator;

/** What happened to the account, as far as the realm stores events: the newest ones, read in batches. */
final class EventSection {

    /** A file of these is about 5 MB. */
    static final int MAX = 10_000;

    private static final int BATCH = 500;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    EventSection(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    void write(JsonGenerator json) throws IOException {
        EventStoreProvider store = session.getProvider(EventStoreProvider.class);
        json.writeObjectFieldStart("events");
        json.writeBooleanField("recorded", store != null && realm.isEventsEnabled());
        json.writeNumberField("limit", MAX);
        json.writeArrayFieldStart("entries");
        boolean more = store != null;
        for (int first = 0; more && first < MAX; first += BATCH) {
            more = write(json, query(store).firstResult(first)) == BATCH;
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private EventQuery query(EventStoreProvider store) {
        return store.createQuery()
                .realm(realm.getId())
                .user(user.getId())
                .orderByDescTime()
                .maxResults(BATCH);
    }

    /** @return how many there were */
    private static int write(JsonGenerator json, EventQuery query) throws IOException {
        int number = 0;
        try (Stream<Event> events = query.getResultStream()) {
            for (Event event : (Iterable<Event>) events::iterator) {
                number++;
                json.writeStartObject();
                json.writeStringField("time", Export.time(event.getTime()));
                json.writeStringField("type", event.getType().name());
                json.writeStringField("error", event.getError());
                json.writeStringField("client_id", event.getClientId());
                json.writeStringField("session", event.getSessionId());
                json.writeStringField("address", event.getIpAddress());
                json.writeObjectField(
                        "details", event.getDetails() == null ? Map.of() : new TreeMap<>(event.getDetails()));
                json.writeEndObject();
            }
        }
        return number;
    }
}
