package com.encvoy.keycloak.movein;

import java.net.URI;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How to move.
 *
 * @param server address of Keycloak
 * @param pictures address below which pictures are served, with a slash at its end; null if they are not
 * @param jwks signing keys of the Encvoy ID; null if they stay behind
 * @param invitationDays for how many days from now invitations are open
 */
record MoveInSettings(URI server, String pictures, JsonNode jwks, int invitationDays) {

    /** Overridden because keys are secrets: a record's default prints every component. */
    @Override
    public String toString() {
        return "MoveInSettings[server=" + server + "]";
    }
}
