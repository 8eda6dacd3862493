package com.encvoy.keycloak.install;

import com.encvoy.keycloak.install.thing.Canonical;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The entry of a record for one thing.
 *
 * @param hash of the thing as it was after it was written, or as it is to be while it is pending
 * @param form hash of what the realm file wanted
 * @param previous its canonical form before, a missing node if it was made
 * @param suffix of the names of a flow, mostly empty
 * @param adopted whether it came with the import of a realm file
 * @param pending whether it is being written
 */
record Entry(String hash, String form, JsonNode previous, String suffix, boolean adopted, boolean pending) {

    private static final String HASH = "hash";
    private static final String FORM = "form";
    private static final String PREVIOUS = "previous";
    private static final String SUFFIX = "suffix";
    private static final String ADOPTED = "adopted";
    private static final String PENDING = "pending";

    static Entry of(JsonNode json) {
        return new Entry(
                json.path(HASH).asText(),
                json.path(FORM).asText(json.path(HASH).asText()),
                json.path(PREVIOUS),
                json.path(SUFFIX).asText(),
                json.path(ADOPTED).asBoolean(),
                json.path(PENDING).asBoolean());
    }

    /** Defaults are left out to keep the record in the realm small. */
    JsonNode json() {
        ObjectNode json = Canonical.JSON.createObjectNode().put(HASH, hash);
        if (!form.equals(hash)) {
            json.put(FORM, form);
        }
        if (!previous.isMissingNode()) {
            json.set(PREVIOUS, previous);
        }
        if (!suffix.isEmpty()) {
            json.put(SUFFIX, suffix);
        }
        if (adopted) {
            json.put(ADOPTED, true);
        }
        if (pending) {
            json.put(PENDING, true);
        }
        return json;
    }

    /** The thing was written, and reads like this. */
    Entry written(JsonNode present) {
        return new Entry(Canonical.hash(present), form, previous, suffix, adopted, false);
    }

    /** Whether the thing was made here, so that it is removed in the end. */
    boolean isMade() {
        return !adopted && previous.isMissingNode();
    }
}
