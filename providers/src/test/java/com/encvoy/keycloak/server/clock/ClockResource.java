package com.encvoy.keycloak.server.clock;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.common.util.Time;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.InvalidationHandler;

import com.encvoy.keycloak.deletion.AccountPurge;

public final class ClockResource {

    private final KeycloakSession session;

    ClockResource(KeycloakSession session) {
        this.session = session;
    }

    /** Runs Keycloak's scheduled tasks of every quarter of an hour, including the expiry of events. */
    @POST
    @Path("quarter")
    @SuppressWarnings("deprecation")
    public void quarter() throws ClassNotFoundException {
        session.getProvider(EventStoreProvider.class).clearExpiredEvents();
        for (Object type : Class.forName("org.keycloak.storage.datastore.PeriodicEventInvalidation")
                .getEnumConstants()) {
            session.invalidate((InvalidationHandler.InvalidableObjectType) type);
        }
    }

    /** Runs the hourly purge of accounts that are to be deleted. */
    @POST
    @Path("purge")
    public void purge() {
        AccountPurge.run(session.getKeycloakSessionFactory());
    }

    @POST
    @Path("{seconds}")
    public void move(@PathParam("seconds") int seconds) {
        Time.setOffset(seconds);
    }
}
