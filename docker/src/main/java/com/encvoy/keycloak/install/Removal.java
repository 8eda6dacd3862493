package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.command.UserError;
import com.encvoy.keycloak.install.RemovalStep.Action;
import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.ProfileText;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.encvoy.keycloak.install.thing.RealmState;
import com.encvoy.keycloak.install.thing.Thing;
import com.encvoy.keycloak.install.thing.Things;
import com.encvoy.keycloak.install.thing.Wanted;
import com.fasterxml.jackson.databind.JsonNode;

/** The removal of Encvoy ID from one realm: its plan and its execution. */
final class Removal {

    private final RealmState realm;
    private final Things things;
    private final InstallationRecord record;
    private final Map<String, Wanted> file = new HashMap<>();
    private final List<RemovalStep> steps = new ArrayList<>();

    Removal(AdminRealm admin, RealmFile realmFile) {
        this.realm = new RealmState(admin);
        if (realm.get("").isMissingNode()) {
            throw new UserError("There is no realm " + realm.name() + " on this server.");
        }
        this.things = new Things(realm);
        this.record = InstallationRecord.of(realm);
        realmFile.wanted().forEach(wanted -> file.put(wanted.id(), wanted));
        // Last made, first removed: what depends on something goes before it.
        List<String> ids = record.ids();
        Collections.reverse(ids);
        ids.forEach(id -> steps.add(step(id, record.entry(id))));
        refuseWhatOthersNeed();
    }

    private RemovalStep step(String id, Entry entry) {
        Thing thing = things.thing(id, entry.suffix());
        JsonNode present = thing.present();
        JsonNode previous = entry.previous();
        if (entry.adopted() && previous.isMissingNode()) {
            return new RemovalStep(id, thing, Action.KEEP, previous, List.of());
        }
        if (present.equals(previous)) {
            return new RemovalStep(id, thing, Action.GONE, previous, List.of());
        }
        if (!entry.pending() && !Canonical.hash(present).equals(entry.hash())) {
            return present.isMissingNode() && entry.isMade()
                    ? new RemovalStep(id, thing, Action.GONE, previous, List.of())
                    : new RemovalStep(id, thing, Action.CONFLICT, previous, difference(id, entry, thing, present));
        }
        return new RemovalStep(id, thing, entry.isMade() ? Action.REMOVE : Action.PUT_BACK, previous, List.of());
    }

    /** Compared with what was written, as far as this version of the realm file tells. */
    private List<String> difference(String id, Entry entry, Thing thing, JsonNode present) {
        Wanted wanted = file.get(id);
        if (wanted == null
                || (!Things.isBinding(id) && !Canonical.hash(wanted.form()).equals(entry.form()))) {
            return List.of("it has been changed since; install wrote it from another version of the realm file");
        }
        return Difference.lines(present, thing.merged(entry.previous(), wanted.form()), "written");
    }

    /** A scope with mappers of others, a flow that is still bound: they stay, and so does what they need. */
    private void refuseWhatOthersNeed() {
        Set<String> going = new HashSet<>();
        for (RemovalStep step : steps) {
            if (step.action() == Action.REMOVE || step.action() == Action.PUT_BACK || step.action() == Action.GONE) {
                going.add(step.id());
            }
        }
        steps.replaceAll(step -> {
            List<String> others = step.action() == Action.REMOVE
                    ? step.thing().dependants().stream()
                            .filter(id -> !going.contains(id))
                            .toList()
                    : List.of();
            return others.isEmpty()
                    ? step
                    : new RemovalStep(
                            step.id(),
                            step.thing(),
                            Action.CONFLICT,
                            step.previous(),
                            List.of("in use: " + String.join(", ", others)));
        });
    }

    String realm() {
        return realm.name();
    }

    boolean isInstalled() {
        return record.exists();
    }

    List<RemovalStep> steps() {
        return steps;
    }

    boolean hasConflicts() {
        return steps.stream().anyMatch(step -> step.action() == Action.CONFLICT);
    }

    /** Conflicts are left alone. The record goes last: until then the command can be run again. */
    void apply() {
        for (String link : record.links()) {
            ClientScopes.Link assigned = ClientScopes.Link.of(link);
            String scope = realm.idOf("/client-scopes", "name", assigned.scope());
            if (!scope.isEmpty() && !realm.get("/clients/" + assigned.client()).isMissingNode()) {
                ClientScopes.withdraw(realm, assigned, scope);
            }
        }
        for (RemovalStep step : steps) {
            if (step.action() == Action.REMOVE
                    || (step.action() == Action.PUT_BACK && step.previous().isMissingNode())) {
                step.thing().remove();
            } else if (step.action() == Action.PUT_BACK) {
                step.thing().change(step.previous());
            }
        }
        if (!record.profile().isEmpty()) {
            new ProfileText(realm).restore(record.profile());
        }
        record.delete();
    }
}
