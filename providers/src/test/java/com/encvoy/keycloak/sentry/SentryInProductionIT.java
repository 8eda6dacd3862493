package com.encvoy.keycloak.sentry;

import com.encvoy.keycloak.production.WithDistribution;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OptimizedServer;
import com.encvoy.keycloak.server.OwnServer;

/** On an optimized Keycloak with PostgreSQL and TLS. */
@OwnServer
@KeycloakServer
@WithDistribution
class SentryInProductionIT extends SentryScenarios {

    SentryInProductionIT(OptimizedServer server) {
        super(server);
    }
}
