package com.encvoy.keycloak.dashboard;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts the dashboard at {@code /realms/{realm}/dashboard}. It exists in realms that have its client. */
public final class DashboardResourceProviderFactory implements RealmResourceProviderFactory {

    /** Part of URLs, never to be renamed. */
    static final String PROVIDER_ID = "dashboard";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new DashboardResource(session);
            }

            @Override
            public void close() {
                // Nothing to release.
            }
        };
    }

    @Override
    public void init(Config.Scope scope) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
