package com.encvoy.keycloak.sentry;

import com.encvoy.keycloak.production.WithContainers;
import com.encvoy.keycloak.server.ImageServer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OwnServer;

/** In the pack's own container image. */
@OwnServer
@KeycloakServer
@WithContainers
class SentryInImageIT extends SentryScenarios {

    SentryInImageIT(ImageServer server) {
        super(server);
    }
}
