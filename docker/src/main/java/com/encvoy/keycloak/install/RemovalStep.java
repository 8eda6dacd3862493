package com.encvoy.keycloak.install;

import java.util.List;

import com.encvoy.keycloak.install.thing.Thing;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The action for one thing of a record.
 *
 * @param id of the thing
 * @param thing the thing in the realm
 * @param action what is done
 * @param previous its canonical form before it was written, a missing node if it was made
 * @param difference why it is left alone, as lines for people
 */
record RemovalStep(String id, Thing thing, Action action, JsonNode previous, List<String> difference) {

    /** What is done with a thing. */
    enum Action {
        /** It was made here and is removed. */
        REMOVE,
        /** Its previous value is put back. */
        PUT_BACK,
        /** It is removed or put back already. */
        GONE,
        /** It came with the import of the realm and stays. */
        KEEP,
        /** It was changed since, or is in use. */
        CONFLICT
    }
}
