package com.encvoy.keycloak.installation;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.sentry.SentryScenarios;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Sentry works with every kind of realm that the command has installed Encvoy ID in. */
class InstalledRealmsIT {

    private static final Map<ExistingRealm, TestRealm> INSTALLED = new EnumMap<>(ExistingRealm.class);

    private abstract static class Scenarios extends SentryScenarios {

        private final TestServer server;
        private final TestRealm realm;

        Scenarios(TestServer server, ExistingRealm kind) {
            this(server, INSTALLED.computeIfAbsent(kind, absent -> installed(server, kind)));
        }

        private Scenarios(TestServer server, TestRealm realm) {
            super(server, realm, "/realms/" + realm.name() + "/api/oidc");
            this.server = server;
            this.realm = realm;
        }

        @Test
        void theGateIsAsked() {
            realm.person("grace");
            realm.settings("wiki", Map.of("encvoy.authorize_only_employees", "true"));
            try (Browser browser = new Browser(server.url())) {
                browser.open(realm.authorization("wiki", ExistingRealm.WIKI, ""))
                        .signIn("grace", TestRealm.PASSWORD);
                assertThat(browser.pageId()).isEqualTo("login-encvoy-access-denied");

                realm.settings("wiki", Map.of("encvoy.authorize_only_employees", "false"));
                browser.open(realm.authorization("wiki", ExistingRealm.WIKI, ""))
                        .signIn("grace", TestRealm.PASSWORD);
                assertThat(browser.address().toString())
                        .startsWith(ExistingRealm.WIKI + "?")
                        .contains("code=");
            }
        }

        @Test
        void theDashboardShowsAnOwnerTheApplication() throws Exception {
            realm.grant(realm.person("grace"), realm.sentry("").oidcClientId(), "OWNER");
            try (DashboardBrowser dashboard = new DashboardBrowser(server, realm, "grace", "applications")) {
                assertThat(dashboard.status()).isEqualTo(200);
                assertThat(dashboard.text()).contains("Sentry", "Owner");
            }
        }
    }

    private static TestRealm installed(TestServer server, ExistingRealm kind) {
        return new EncvoyTool(server.url(), TestRealm.of(server, "encvoy").sentry("/api/oidc")).installed(server, kind);
    }

    @Nested
    @KeycloakServer
    class Bare extends Scenarios {

        Bare(TestServer server) {
            super(server, ExistingRealm.BARE);
        }
    }

    @Nested
    @KeycloakServer
    class WithOwnFlowsAndProfile extends Scenarios {

        WithOwnFlowsAndProfile(TestServer server) {
            super(server, ExistingRealm.OWN);
        }
    }

    @Nested
    @KeycloakServer
    class ExportedFromKeycloak266 extends Scenarios {

        ExportedFromKeycloak266(TestServer server) {
            super(server, ExistingRealm.EXPORTED);
        }
    }

    @Nested
    @KeycloakServer
    class OfAnEarlierRealmFile extends Scenarios {

        OfAnEarlierRealmFile(TestServer server) {
            super(server, ExistingRealm.EARLIER);
        }
    }
}
