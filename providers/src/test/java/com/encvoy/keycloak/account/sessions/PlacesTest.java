package com.encvoy.keycloak.account.sessions;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class PlacesTest {

    private final KeycloakSession session = Stub.of(KeycloakSession.class);
    private final RealmModel realm = Stub.of(RealmModel.class);
    private final UserModel user = Stub.of(UserModel.class);

    private static UserSessionModel session(String id, boolean offline, int started, int used, String... clients) {
        UserSessionModel session = Stub.of(UserSessionModel.class);
        when(session.getId()).thenReturn(id);
        when(session.isOffline()).thenReturn(offline);
        when(session.getStarted()).thenReturn(started);
        when(session.getLastSessionRefresh()).thenReturn(used);
        Map<String, AuthenticatedClientSessionModel> applications = new HashMap<>();
        for (String clientId : clients) {
            ClientModel client = Stub.of(ClientModel.class);
            when(client.getId()).thenReturn("id of " + clientId);
            when(client.getClientId()).thenReturn(clientId);
            AuthenticatedClientSessionModel application = Stub.of(AuthenticatedClientSessionModel.class);
            when(application.getClient()).thenReturn(client);
            applications.put("id of " + clientId, application);
        }
        when(session.getAuthenticatedClientSessions()).thenReturn(applications);
        return session;
    }

    private Places places(String current, List<UserSessionModel> online, List<UserSessionModel> offline) {
        UserSessionProvider sessions = Stub.of(UserSessionProvider.class);
        when(sessions.getUserSessionsStream(realm, user)).thenAnswer(call -> online.stream());
        when(sessions.getOfflineUserSessionsStream(realm, user)).thenAnswer(call -> offline.stream());
        when(session.sessions()).thenReturn(sessions);
        return Places.of(session, realm, user, session(current, false, 0, 0));
    }

    private static Stream<String> names(Place place) {
        return place.uses().stream().map(use -> use.application().getClientId() + (use.stays() ? " stays" : ""));
    }

    @Test
    void aSessionAndWhatStaysConnectedFromItAreOnePlace() {
        Places places = places(
                "a",
                List.of(session("a", false, 100, 200, "wiki", "sentry", "encvoy-dashboard")),
                List.of(session("a", true, 110, 300, "sentry")));

        assertThat(places.all()).singleElement().satisfies(place -> {
            assertThat(place.current()).isTrue();
            assertThat(place.started()).isEqualTo(Instant.ofEpochSecond(100));
            assertThat(place.lastAccess()).isEqualTo(Instant.ofEpochSecond(300));
            assertThat(names(place)).containsExactly("sentry stays", "wiki");
        });
        assertThat(places.others()).isEmpty();
    }

    @Test
    void anOfflineSessionThatNamesItsOriginBelongsThere() {
        UserSessionModel offline = session("another id", true, 110, 300, "sentry");
        when(offline.getNote(UserSessionModel.CORRESPONDING_SESSION_ID)).thenReturn("a");

        assertThat(places("a", List.of(session("a", false, 1, 1)), List.of(offline))
                        .all())
                .singleElement()
                .satisfies(place -> assertThat(names(place)).containsExactly("sentry stays"));
    }

    @Test
    void theCurrentPlaceIsTheFirstAndThenTheOneThatWasUsedLast() {
        Places places = places(
                "current",
                List.of(session("old", false, 1, 10), session("current", false, 1, 20), session("new", false, 1, 40)),
                List.of(session("gone", true, 1, 30, "wiki")));

        assertThat(places.all()).extracting(Place::id).containsExactly("current", "new", "gone", "old");
        assertThat(places.others()).extracting(Place::id).containsExactly("new", "gone", "old");
        assertThat(places.withId("gone").orElseThrow().online()).isEmpty();
        assertThat(places.withId("unknown")).isEmpty();
        assertThat(places.withId(null)).isEmpty();
    }

    @Test
    void anApplicationIsCountedAtEachPlace() {
        Places places = places(
                "a",
                List.of(session("a", false, 1, 1, "wiki", "encvoy-dashboard"), session("b", false, 1, 1, "wiki")),
                List.of(session("c", true, 1, 1, "sentry")));

        assertThat(places.applications())
                .extracting(used -> used.application().getClientId() + " " + used.places() + " " + used.stays())
                .containsExactly("sentry 1 true", "wiki 2 false");
        assertThat(places.application("id of wiki")).isPresent();
        assertThat(places.application("id of encvoy-dashboard")).isEmpty();
    }
}
