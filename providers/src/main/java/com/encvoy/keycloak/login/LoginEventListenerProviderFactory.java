package com.encvoy.keycloak.login;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

import com.encvoy.keycloak.deletion.AccountPurge;
import com.encvoy.keycloak.login.flow.RequiredHooks;
import com.encvoy.keycloak.login.flow.SupersededLogin;

/** Event listener {@code encvoy-login}: enabled globally, in every realm. */
public final class LoginEventListenerProviderFactory implements EventListenerProviderFactory {

    /** Never to be renamed: realms may list it among their event listeners. */
    public static final String PROVIDER_ID = "encvoy-login";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new LoginEventListenerProvider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RequiredHooks.require();
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                StartupCheck.run(factory);
                AccountPurge.schedule(factory);
            } else if (event instanceof FederatedIdentityModel.FederatedIdentityCreatedEvent linked) {
                SupersededLogin.refuseLink(linked.getKeycloakSession(), linked.getUser());
            }
        });
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
