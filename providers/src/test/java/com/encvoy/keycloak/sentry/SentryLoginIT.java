package com.encvoy.keycloak.sentry;

import org.junit.jupiter.api.Tag;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestServer;

@KeycloakServer
@Tag("container")
class SentryLoginIT extends SentryScenarios {

    SentryLoginIT(TestServer server) {
        super(server);
    }
}
