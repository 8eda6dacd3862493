package com.encvoy.keycloak.install;

import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.Thing;
import com.encvoy.keycloak.install.thing.Wanted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The action for one thing of a realm file.
 *
 * @param wanted the thing as the file has it
 * @param thing the thing in the realm
 * @param action what is done
 * @param present its canonical form before
 * @param form the canonical form that is written
 * @param suffix of the names of a flow, mostly empty
 * @param explanation a reason, for people; may be empty
 */
record Step(
        Wanted wanted, Thing thing, Action action, JsonNode present, JsonNode form, String suffix, String explanation) {

    /** What is done with a thing. */
    enum Action {
        /** It is made. */
        ADD(true),
        /** A setting of the realm is changed, and its value recorded. */
        CHANGE(true),
        /** It was made here, or came with a realm file, and follows the new realm file. */
        UPDATE(true),
        /** It came with a realm file and is recorded. */
        ADOPT(true),
        /** It was made here and is as it should be. */
        KEEP(false),
        /** The realm has it already, by other means. */
        THERE(false),
        /** It differs and is left alone. */
        LEAVE(false);

        private final boolean isChange;

        Action(boolean isChange) {
            this.isChange = isChange;
        }

        boolean isChange() {
            return isChange;
        }
    }

    boolean isWritten() {
        return action == Action.ADD || action == Action.CHANGE || action == Action.UPDATE;
    }

    /** The entry of the record before this step is done. */
    Entry entry(Entry before) {
        JsonNode previous = before != null ? before.previous() : isWritten() ? present : MissingNode.getInstance();
        boolean isUpdateOfAdopted = before != null && before.adopted() && action == Action.UPDATE;
        return new Entry(
                Canonical.hash(isWritten() ? form : present),
                Canonical.hash(wanted.form()),
                isUpdateOfAdopted && previous.isMissingNode() ? present : previous,
                suffix,
                action == Action.ADOPT || (before != null && before.adopted()),
                isWritten());
    }
}
