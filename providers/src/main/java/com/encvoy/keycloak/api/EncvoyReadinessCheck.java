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
 * What {@code /health/ready} says of the pack: that it is loaded, in which version, and whether the root realm exists.
 *
 * <p>Always up: a server without the root realm serves its other realms, and its administrator has to reach it to make
 * one.
 */
@Readiness
@Singleton
public final class EncvoyReadinessCheck implements HealthCheck {

    /** The name of the check. */
    public static final String NAME = "Encvoy ID for Keycloak";

    private static final Logger LOG = Logger.getLogger(EncvoyReadinessCheck.class);

    /**
     * Health checks are made by the server's container of beans, which does not know Keycloak's factory by any public
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
            // Keycloak's own check says that the database cannot be asked.
            LOG.debugf(e, "Whether the realm %s exists is not known", root.name());
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
