package com.encvoy.keycloak.api;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The pack's entry in {@code /health/ready}: its version, the name of the root realm and whether it exists.
 *
 * <p>Always up: a server without the root realm still serves its other realms, and an administrator must be able to
 * reach it to create the realm.
 */
@Readiness
@Singleton
public final class EncvoyReadinessCheck implements HealthCheck {

    /** Name of the health check. */
    public static final String NAME = "Encvoy ID for Keycloak";

    private static final Logger LOG = Logger.getLogger(EncvoyReadinessCheck.class);

    /**
     * The server's CDI container creates health checks, and does not expose Keycloak's session factory by any public
     * type.
     */
    private static volatile KeycloakSessionFactory running;

    static void watch(KeycloakSessionFactory factory) {
        running = factory;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named(NAME).up().withData("version", ApiResourceProviderFactory.version());
        KeycloakSessionFactory factory = running;
        if (factory == null) {
            return response.build();
        }
        RootRealm root = ApiResourceProviderFactory.rootRealm(factory);
        response.withData("root realm", root.name());
        try {
            response.withData("root realm exists", exists(factory, root));
        } catch (RuntimeException e) {
            // Keycloak's own health check reports an unreachable database.
            LOG.debugf(e, "Could not determine whether realm %s exists", root.name());
        }
        return response.build();
    }

    private static boolean exists(KeycloakSessionFactory factory, RootRealm root) {
        AtomicBoolean exists = new AtomicBoolean();
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> exists.set(session.realms().getRealmByName(root.name()) != null));
        return exists.get();
    }
}
