package com.encvoy.keycloak.movein;

import java.net.URI;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.Pictures;
import com.encvoy.keycloak.movein.mapping.Tally;
import com.encvoy.keycloak.movein.picture.PictureFolder;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The settings of a move.
 *
 * @param address of Keycloak, as people will reach it, without a slash at its end
 * @param served address below which pictures are served; null if they are not
 * @param pictures folder of the pictures that are copied; null if they are not
 * @param jwks signing keys of the Encvoy ID; null if they stay behind
 * @param invitationDays for how many days from now invitations are open
 */
record MoveInSettings(URI address, String served, PictureFolder pictures, JsonNode jwks, int invitationDays) {

    boolean withPictures() {
        return pictures != null || served != null;
    }

    Pictures pictures(String realm, Tally tally) {
        return pictures == null
                ? Pictures.servedAt(served, tally)
                : Pictures.copiedFrom(pictures, address + "/realms/" + AdminRealm.encoded(realm), tally);
    }

    /** Overridden because keys are secrets: a record's default prints every component. */
    @Override
    public String toString() {
        return "MoveInSettings[address=" + address + "]";
    }
}
