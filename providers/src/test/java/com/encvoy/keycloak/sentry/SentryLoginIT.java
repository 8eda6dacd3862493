package com.encvoy.keycloak.sentry;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestServer;

@KeycloakServer
class SentryLoginIT extends SentryScenarios {

    SentryLoginIT(TestServer server) {
        super(server);
    }
}
