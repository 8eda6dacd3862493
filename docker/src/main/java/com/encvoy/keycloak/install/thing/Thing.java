package com.encvoy.keycloak.install.thing;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A thing in a realm: how it is read and written. */
public interface Thing {

    /** Its canonical form as it is now; a missing node if there is none. */
    JsonNode present();

    /** Makes it, as {@link Wanted#body} says. */
    void make(JsonNode body);

    /** Gives it this canonical form; everything that the form does not mention stays. */
    void change(JsonNode form);

    /** Removes it. A value becomes unset. */
    void remove();

    /** Whether it is a setting of something that exists anyway: its previous value is put back. */
    default boolean isValue() {
        return false;
    }

    /** Whether the present form is sufficient, even if it differs from the wanted form. */
    default boolean isEnough(JsonNode present, JsonNode wanted) {
        return present.equals(wanted);
    }

    /** The form to write; differs from what is wanted where something of the realm's own is kept. */
    default JsonNode merged(JsonNode present, JsonNode wanted) {
        return wanted;
    }

    /** Why a value that differs is not changed; empty if it may be. */
    default String reasonToLeave(JsonNode present, JsonNode wanted) {
        return "";
    }

    /** The ids of things that would be lost or broken if it were removed. */
    default List<String> dependants() {
        return List.of();
    }
}
