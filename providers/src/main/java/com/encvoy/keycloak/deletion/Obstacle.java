package com.encvoy.keycloak.deletion;

import java.util.List;
import java.util.Locale;

import org.keycloak.models.ClientModel;

/**
 * The reason why an account cannot be deleted.
 *
 * @param applications that would be left without an owner; empty unless that is the obstacle
 */
public record Obstacle(Kind kind, List<ClientModel> applications) {

    /** The kind of obstacle. */
    public enum Kind {
        /** The person is the last owner of applications. */
        LAST_OWNER,

        /** The account belongs to a directory, from which it would come back. */
        DIRECTORY,

        /** An administrator has disabled the required action that restores accounts. */
        UNAVAILABLE,

        /** Others are changing the same at this moment; it can be tried again. */
        BUSY;

        /** The end of message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Obstacle of(Kind kind) {
        return new Obstacle(kind, List.of());
    }
}
