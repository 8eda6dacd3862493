package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.encvoy.keycloak.install.Step.Action;
import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.RealmState;
import com.encvoy.keycloak.install.thing.Thing;
import com.encvoy.keycloak.install.thing.Things;
import com.encvoy.keycloak.install.thing.Wanted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Compares a realm with a realm file and its record, and decides what to do. Writes nothing. */
final class Planner {

    /** Kinds that a realm has from a realm file only: a realm with half of them was imported from one. */
    private static final Set<String> SIGNS = Set.of("mapper", "flow", "scope");

    private final Things things;
    private final InstallationRecord record;
    private final KnownForms known;
    private final Map<String, Step> flows = new HashMap<>();
    private boolean isAdopting;

    Planner(RealmState realm, InstallationRecord record, KnownForms known) {
        this.things = new Things(realm);
        this.record = record;
        this.known = known;
    }

    /** @param all everything in the realm file */
    List<Step> plan(List<Wanted> all, Set<Part> parts) {
        isAdopting = !record.exists() && isImported(all);
        List<Step> steps = new ArrayList<>();
        for (Wanted wanted : all) {
            if (parts.contains(wanted.part())) {
                Step step = step(wanted);
                steps.add(step);
                if (Things.isFlow(wanted.id())) {
                    flows.put(wanted.id(), step);
                }
            }
        }
        return steps;
    }

    /** Whether the realm was imported from a realm file: only then are its things ours, if they are unchanged. */
    boolean isAdopting() {
        return isAdopting;
    }

    private boolean isImported(List<Wanted> all) {
        List<Wanted> signs = all.stream()
                .filter(wanted -> SIGNS.contains(wanted.id().replaceFirst(":.*", "")))
                .toList();
        long found = signs.stream()
                .filter(wanted -> isKnown(wanted, things.thing(wanted.id(), "").present()))
                .count();
        return found > 0 && found * 2 >= signs.size();
    }

    private boolean isKnown(Wanted wanted, JsonNode present) {
        return present.equals(wanted.form()) || known.contains(wanted, present);
    }

    private Step step(Wanted wanted) {
        return Things.isBinding(wanted.id()) ? binding(wanted) : step(wanted, "");
    }

    /** A binding names the flow as it is called here, and follows what is done with the flow. */
    private Step binding(Wanted wanted) {
        Step flow = flows.get(Things.flow(wanted.form().asText()));
        if (flow == null) {
            return step(wanted, "");
        }
        TextNode alias = TextNode.valueOf(wanted.form().asText() + flow.suffix());
        String reason = flow.action() == Action.LEAVE ? "see the flow with this name" : "";
        return step(new Wanted(wanted.part(), wanted.id(), alias, alias), reason);
    }

    private Step step(Wanted wanted, String reasonToLeave) {
        Entry entry = record.entry(wanted.id());
        String suffix = entry == null ? "" : entry.suffix();
        Thing thing = things.thing(wanted.id(), suffix);
        JsonNode present = thing.present();
        JsonNode form = thing.merged(present, wanted.form());
        if (thing.isEnough(present, wanted.form())) {
            Action action = entry != null ? Action.KEEP : isAdopting ? Action.ADOPT : Action.THERE;
            return new Step(wanted, thing, action, present, form, suffix, "");
        }
        if (!reasonToLeave.isEmpty()) {
            return new Step(wanted, thing, Action.LEAVE, present, form, suffix, reasonToLeave);
        }
        if (entry != null) {
            return ours(new Step(wanted, thing, Action.UPDATE, present, form, suffix, ""), entry);
        }
        if (present.isMissingNode()) {
            return add(wanted, present, form);
        }
        return others(wanted, thing, present, form);
    }

    private static Step ours(Step update, Entry entry) {
        if (entry.pending()) {
            return update.present().isMissingNode()
                    ? with(update, Action.ADD, "")
                    : with(update, Action.UPDATE, "continues an interrupted run");
        }
        if (!Canonical.hash(update.present()).equals(entry.hash())) {
            return with(
                    update,
                    Action.LEAVE,
                    update.present().isMissingNode() ? "it has been removed since" : "it has been changed since");
        }
        return Canonical.hash(update.wanted().form()).equals(entry.form()) ? with(update, Action.KEEP, "") : update;
    }

    private static Step with(Step step, Action action, String explanation) {
        return new Step(step.wanted(), step.thing(), action, step.present(), step.form(), step.suffix(), explanation);
    }

    private Step add(Wanted wanted, JsonNode present, JsonNode form) {
        String suffix = things.freeSuffix(wanted);
        return new Step(
                wanted,
                things.thing(wanted.id(), suffix),
                Action.ADD,
                present,
                form,
                suffix,
                suffix.isEmpty() ? "" : "named" + suffix + " at the end, because the realm has flows with these names");
    }

    private Step others(Wanted wanted, Thing thing, JsonNode present, JsonNode form) {
        if (isAdopting) {
            return isKnown(wanted, present)
                    ? new Step(wanted, thing, Action.UPDATE, present, form, "", "")
                    : new Step(wanted, thing, Action.LEAVE, present, form, "", "it differs from the realm file");
        }
        if (thing.isValue()) {
            String reason = thing.reasonToLeave(present, wanted.form());
            Action action = reason.isEmpty() ? Action.CHANGE : Action.LEAVE;
            return new Step(wanted, thing, action, present, form, "", reason);
        }
        if (Things.isFlow(wanted.id()) && thing.dependants().isEmpty()) {
            return add(wanted, Canonical.of(null), form);
        }
        return new Step(wanted, thing, Action.LEAVE, present, form, "", "the realm has its own");
    }
}
