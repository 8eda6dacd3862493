package com.encvoy.keycloak.account.credentials;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

class LastUsesTest {

    private static Event signIn(long time, Map<String, String> details) {
        Event event = new Event();
        event.setType(EventType.LOGIN);
        event.setTime(time);
        event.setDetails(details);
        return event;
    }

    @Test
    void theNewestEventThatNamesACredentialTells() {
        LastUses uses = LastUses.of(Stream.of(
                signIn(4_000, null),
                signIn(3_000, Map.of("used_credential_types", "otp password", "selected_credential_id", "phone")),
                signIn(2_000, Map.of("credential_type", "webauthn", "public_key_credential_id", "a-key")),
                signIn(1_000, Map.of("used_credential_types", "password", "selected_credential_id", "old phone"))));

        assertThat(uses.ofType("password")).contains(Instant.ofEpochMilli(3_000));
        assertThat(uses.ofId("phone")).contains(Instant.ofEpochMilli(3_000));
        assertThat(uses.ofId("old phone")).contains(Instant.ofEpochMilli(1_000));
        assertThat(uses.ofKey("a-key")).contains(Instant.ofEpochMilli(2_000));
        assertThat(uses.ofType("recovery-authn-codes")).isEmpty();
        assertThat(uses.ofId("another")).isEmpty();
    }

    @Test
    void aBoundedNumberOfEventsOfThePersonIsAskedFor() {
        RealmModel realm = Stub.of(RealmModel.class);
        when(realm.getId()).thenReturn("realm-id");
        when(realm.isEventsEnabled()).thenReturn(true);
        UserModel user = Stub.of(UserModel.class);
        when(user.getId()).thenReturn("ada-id");
        EventQuery query = Stub.of(EventQuery.class);
        when(query.realm(anyString())).thenReturn(query);
        when(query.user(anyString())).thenReturn(query);
        when(query.type(any(EventType[].class))).thenReturn(query);
        when(query.firstResult(anyInt())).thenReturn(query);
        when(query.maxResults(anyInt())).thenReturn(query);
        when(query.orderByDescTime()).thenReturn(query);
        when(query.getResultStream()).thenAnswer(call -> Stream.empty());
        EventStoreProvider store = Stub.of(EventStoreProvider.class);
        when(store.createQuery()).thenReturn(query);
        KeycloakSession session = Stub.of(KeycloakSession.class);
        when(session.getProvider(EventStoreProvider.class)).thenReturn(store);

        LastUses.of(session, realm, user);

        verify(query).user("ada-id");
        verify(query).maxResults(LastUses.MAX_EVENTS);
    }

    @Test
    void nothingIsAskedForInARealmThatStoresNoEvents() {
        KeycloakSession session = Stub.of(KeycloakSession.class);

        assertThat(LastUses.of(session, Stub.of(RealmModel.class), Stub.of(UserModel.class))
                        .ofType("password"))
                .isEmpty();
        verifyNoInteractions(session);
    }
}
