package com.encvoy.keycloak.server.work;

import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

public final class WorkResource {

    /** The operations since the last call. */
    @DELETE
    @Path("operations")
    @Produces(MediaType.TEXT_PLAIN)
    public String operations() {
        List<String> operations = List.copyOf(CountedStore.OPERATIONS);
        CountedStore.OPERATIONS.clear();
        CountedStore.watched = true;
        return String.join("\n", operations);
    }
}
