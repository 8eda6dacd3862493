package com.encvoy.keycloak.oidc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.keycloak.Config;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventStoreProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.Provider;

/**
 * Keycloak's event store in the database, with a connection that is opened when there is something to store. Keycloak
 * asks for the store at the beginning of every request of a realm that stores events, and opens a connection and a
 * transaction at once, also for userinfo, introspection and keys, which store nothing.
 *
 * <p>The store stays Keycloak's own, made by Keycloak's factory, which takes its connection from the session: the
 * session that it is given is the real one but for that. Types of the connection are met at run time only, as they are
 * in no published artifact that Maven can use.
 *
 * <p>{@code --spi-events-store--provider=jpa} brings Keycloak's own back.
 */
public final class DeferredEventStoreFactory implements EventStoreProviderFactory, EnvironmentDependentProviderFactory {

    static final String PROVIDER_ID = "encvoy-deferred";

    private static final String DATABASE = "jpa";
    private static final String CONNECTION = "org.keycloak.connections.jpa.JpaConnectionProvider";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** Before Keycloak's, which has none. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean isSupported(Config.Scope scope) {
        return Config.scope("eventsStore", DATABASE).getBoolean("enabled", true);
    }

    @Override
    public EventStoreProvider create(KeycloakSession session) {
        EventStoreProviderFactory keycloaks = (EventStoreProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(EventStoreProvider.class, DATABASE);
        return keycloaks.create(proxy(
                KeycloakSession.class,
                (proxy, method, arguments) -> isConnection(method, arguments)
                        ? connection(session, (Class<?>) arguments[0])
                        : invoke(method, session, arguments)));
    }

    private static boolean isConnection(Method method, Object[] arguments) {
        return "getProvider".equals(method.getName())
                && arguments.length == 1
                && CONNECTION.equals(((Class<?>) arguments[0]).getName());
    }

    private static Object connection(KeycloakSession session, Class<?> type) {
        return proxy(
                type,
                (proxy, method, arguments) -> "getEntityManager".equals(method.getName())
                        ? proxy(
                                method.getReturnType(),
                                (manager, use, with) ->
                                        invoke(use, invoke(method, opened(session, type), arguments), with))
                        : invoke(method, opened(session, type), arguments));
    }

    private static Object opened(KeycloakSession session, Class<?> type) {
        return session.getProvider(type.asSubclass(Provider.class));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
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
