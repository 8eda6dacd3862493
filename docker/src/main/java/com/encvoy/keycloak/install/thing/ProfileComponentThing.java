package com.encvoy.keycloak.install.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The realm's own user profile: until an attribute is added, the realm has Keycloak's, which is not stored. Its form is
 * the profile without the attributes and groups of the realm file.
 */
final class ProfileComponentThing implements Thing {

    static final String ID = "profile:component";

    private final RealmState realm;

    ProfileComponentThing(RealmState realm) {
        this.realm = realm;
    }

    /** Present if there is one; its content does not matter. */
    @Override
    public JsonNode present() {
        return new ProfileText(realm).exists()
                ? Canonical.JSON.createObjectNode().put("own", true)
                : Canonical.of(null);
    }

    @Override
    public void make(JsonNode body) {
        new ProfileText(realm).create(realm.get(ProfileThing.PATH).toString());
    }

    @Override
    public void change(JsonNode form) {
        // It exists: that is all.
    }

    /** Back to Keycloak's profile, if nothing else was changed in it. */
    @Override
    public void remove() {
        ObjectNode changed = realm.get(ProfileThing.PATH).deepCopy();
        realm.put(ProfileThing.PATH, null);
        if (!Canonical.of(realm.get(ProfileThing.PATH)).equals(Canonical.of(changed))) {
            realm.put(ProfileThing.PATH, changed);
        }
    }
}
