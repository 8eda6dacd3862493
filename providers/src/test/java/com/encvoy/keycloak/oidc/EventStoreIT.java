package com.encvoy.keycloak.oidc;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class EventStoreIT {

    private final TestServer server;

    EventStoreIT(TestServer server) {
        this.server = server;
    }

    @Test
    void whatHappensIsStoredButForTheExchangeOfTheCodeAndGoneWhenItsTimeIsOver() {
        TestRealm realm = TestRealm.copy(server, "events", copy -> {});
        realm.person("ada");
        SentryLogin login = new Sentry(realm.sentry("/realms/events/api/oidc")).startLogin();
        login.callback(new Browser(server.url())
                .open(login.authorizationUrl())
                .signIn("ada", TestRealm.PASSWORD)
                .address());
        assertThat(realm.admin().getEvents())
                .extracting(EventRepresentation::getType)
                .contains("LOGIN")
                .doesNotContain("CODE_TO_TOKEN");
        assertThat(realm.admin().getAdminEvents()).isNotEmpty();

        RealmRepresentation expiring = realm.admin().toRepresentation();
        expiring.setEventsExpiration(1L);
        expiring.getAttributes().putAll(Map.of("adminEventsExpiration", "1"));
        realm.admin().update(expiring);
        server.moveClock(60);
        try {
            server.passQuarterOfAnHour();
            assertThat(List.of(
                            TestRealm.of(server, "events").admin().getEvents().size(),
                            TestRealm.of(server, "events")
                                    .admin()
                                    .getAdminEvents()
                                    .size()))
                    .as("events of people and of administrators")
                    .containsExactly(0, 0);
        } finally {
            server.moveClock(0);
        }
    }
}
