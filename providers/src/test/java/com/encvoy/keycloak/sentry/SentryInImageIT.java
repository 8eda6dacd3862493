package com.encvoy.keycloak.sentry;

import com.encvoy.keycloak.production.WithContainers;
import com.encvoy.keycloak.server.ImageServer;
import com.encvoy.keycloak.server.KeycloakServer;

/** In the pack's own container image. */
@KeycloakServer
@WithContainers
class SentryInImageIT extends SentryScenarios {

    SentryInImageIT(ImageServer server) {
        super(server);
    }
}
