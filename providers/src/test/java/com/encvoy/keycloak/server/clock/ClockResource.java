package com.encvoy.keycloak.server.clock;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.common.util.Time;

public final class ClockResource {

    @POST
    @Path("{seconds}")
    public void move(@PathParam("seconds") int seconds) {
        Time.setOffset(seconds);
    }
}
