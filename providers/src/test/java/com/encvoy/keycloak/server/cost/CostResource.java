package com.encvoy.keycloak.server.cost;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.infinispan.Cache;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;
import org.keycloak.transaction.JtaTransactionManagerLookup;

public final class CostResource {

    private static final AtomicBoolean ATTACHED = new AtomicBoolean();

    /** Caches that a request may write to; those with the revisions of others are left out. */
    private static final List<String> CACHES = List.of(
            "realms",
            "users",
            "keys",
            "authorization",
            "sessions",
            "clientSessions",
            "offlineSessions",
            "offlineClientSessions",
            "authenticationSessions",
            "loginFailures",
            "actionTokens",
            "work");

    private final KeycloakSession session;

    CostResource(KeycloakSession session) {
        this.session = session;
    }

    /** Begins to count. */
    @PUT
    @Path("account")
    public void open() throws ReflectiveOperationException {
        if (ATTACHED.compareAndSet(false, true)) {
            StatementLog.attach(
                    session.getProvider(JtaTransactionManagerLookup.class).getTransactionManager());
            for (String cache : CACHES) {
                CacheWrites.attach(cache(cache));
            }
        }
        Account.open();
    }

    /** What was counted since. */
    @GET
    @Path("account")
    @Produces(MediaType.TEXT_PLAIN)
    public String items() {
        return String.join("\n", Account.items());
    }

    @DELETE
    @Path("account")
    public void close() {
        Account.close();
    }

    /** Not every patch release of Keycloak publishes the JAR of the provider's type. */
    private Cache<?, ?> cache(String name) throws ReflectiveOperationException {
        Class<? extends Provider> type = session.getKeycloakSessionFactory().getSpis().stream()
                .filter(spi -> spi.getName().equals("connectionsInfinispan"))
                .findFirst()
                .orElseThrow()
                .getProviderClass();
        return (Cache<?, ?>) type.getMethod("getCache", String.class).invoke(session.getProvider(type), name);
    }
}
