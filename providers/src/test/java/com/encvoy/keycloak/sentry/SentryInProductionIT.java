package com.encvoy.keycloak.sentry;

import com.encvoy.keycloak.production.WithDistribution;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OptimizedServer;

/** On an optimized Keycloak with PostgreSQL and TLS. */
@KeycloakServer
@WithDistribution
class SentryInProductionIT extends SentryScenarios {

    SentryInProductionIT(OptimizedServer server) {
        super(server);
    }
}
