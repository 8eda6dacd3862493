package com.encvoy.keycloak.installation;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Nested;

import com.encvoy.keycloak.sentry.SentryScenarios;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

/** Sentry works with every kind of realm that the command has installed Encvoy ID in. */
class InstalledRealmsIT {

    private static final Map<ExistingRealm, TestRealm> INSTALLED = new EnumMap<>(ExistingRealm.class);

    private abstract static class Scenarios extends SentryScenarios {

        Scenarios(TestServer server, ExistingRealm kind) {
            this(server, INSTALLED.computeIfAbsent(kind, absent -> installed(server, kind)));
        }

        private Scenarios(TestServer server, TestRealm realm) {
            super(server, realm, "/realms/" + realm.name() + "/api/oidc");
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
