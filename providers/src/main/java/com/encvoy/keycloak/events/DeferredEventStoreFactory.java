package com.encvoy.keycloak.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.keycloak.Config;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventStoreProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Keycloak's event store in the database, opened when there is something to store. Keycloak asks for the store at the beginning of
 * every request of a realm that stores events, and its own opens a connection and a transaction at once, also for userinfo,
 * introspection and keys, which store nothing.
 *
 * <p>{@code --spi-events-store--provider=jpa} brings Keycloak's own back.
 */
public final class DeferredEventStoreFactory implements EventStoreProviderFactory {

    static final String PROVIDER_ID = "encvoy-deferred";

    private static final String DATABASE = "jpa";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** Before Keycloak's, which has none. */
    @Override
    public int order() {
        return 1;
    }

    /** A proxy, since the methods of the interface are about to differ between versions of Keycloak. */
    @Override
    public EventStoreProvider create(KeycloakSession session) {
        return (EventStoreProvider) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {EventStoreProvider.class},
                (proxy, method, arguments) -> answer(session, method, arguments));
    }

    private static Object answer(KeycloakSession session, Method method, Object[] arguments) throws Throwable {
        if ("close".equals(method.getName())) {
            // The session closes what was opened.
            return null;
        }
        try {
            return method.invoke(session.getProvider(EventStoreProvider.class, DATABASE), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void init(Config.Scope config) {
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
