package com.encvoy.keycloak.install.thing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A thing as the realm file has it.
 *
 * @param part the part to which it belongs
 * @param id kind and name, such as {@code mapper:encvoy/access}: its key in a record, never changed
 * @param form the canonical form, which is compared
 * @param body what the server is sent to make it
 */
public record Wanted(Part part, String id, JsonNode form, JsonNode body) {

    static Wanted of(Part part, String id, JsonNode value) {
        return new Wanted(part, id, Canonical.of(value), value);
    }

    /** Overridden because the body of a client holds its secret: a record's default prints every component. */
    @Override
    public String toString() {
        return id;
    }
}
