package com.encvoy.keycloak.install.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An attribute or a group of the user profile. */
final class ProfileThing implements Thing {

    static final String PATH = "/users/profile";

    private final RealmState realm;
    private final String list;
    private final String name;

    /** @param list {@code attributes} or {@code groups} */
    ProfileThing(RealmState realm, String list, String name) {
        this.realm = realm;
        this.list = list;
        this.name = name;
    }

    @Override
    public JsonNode present() {
        for (JsonNode element : realm.get(PATH).path(list)) {
            if (element.path("name").asText().equals(name)) {
                return Canonical.of(element);
            }
        }
        return Canonical.of(null);
    }

    /** A new attribute comes last, a changed one stays where it is. */
    @Override
    public void make(JsonNode body) {
        write(body);
    }

    @Override
    public void change(JsonNode form) {
        write(form);
    }

    @Override
    public void remove() {
        write(null);
    }

    /** In the text that is stored, so that the rest of it stays as it was written. */
    private void write(JsonNode value) {
        ProfileText text = new ProfileText(realm);
        ObjectNode profile = text.profile();
        ArrayNode rest = Canonical.JSON.createArrayNode();
        boolean isWritten = value == null;
        for (JsonNode element : profile.path(list)) {
            if (!element.path("name").asText().equals(name)) {
                rest.add(element);
            } else if (!isWritten) {
                rest.add(value);
                isWritten = true;
            }
        }
        if (!isWritten) {
            rest.add(value);
        }
        if (profile.has(list) || !rest.isEmpty()) {
            profile.set(list, rest);
        }
        text.write(profile.toString());
    }
}
