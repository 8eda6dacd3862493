package com.encvoy.keycloak.install;

import java.util.List;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminException;
import com.encvoy.keycloak.command.UserError;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.ProfileText;
import com.encvoy.keycloak.install.thing.RealmState;
import com.encvoy.keycloak.install.thing.Things;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Carries out a plan. The record names everything before anything is created, so that a second run or {@code uninstall}
 * knows everything that an interrupted run leaves behind.
 */
final class Installer {

    private static final int BAD_REQUEST = 400;

    private final RealmState realm;
    private final InstallationRecord record;
    private final InstallRequest request;
    private final SentrySecret secret;
    private final Progress progress;

    Installer(
            RealmState realm,
            InstallationRecord record,
            InstallRequest request,
            SentrySecret secret,
            Progress progress) {
        this.realm = realm;
        this.record = record;
        this.request = request;
        this.secret = secret;
        this.progress = progress;
    }

    void apply(List<Step> steps, Set<Part> parts) {
        announce(steps, parts);
        int done = 0;
        List<Step> written = steps.stream().filter(Step::isWritten).toList();
        for (Step step : written) {
            write(step);
            done++;
            if (done % 10 == 0) {
                progress.at(realm.name() + ": " + done + " of " + written.size() + " things written");
            }
        }
        for (Step step : steps) {
            Entry entry = record.entry(step.wanted().id());
            if (entry != null && (entry.pending() || step.isWritten())) {
                record.put(step.wanted().id(), entry.written(step.thing().present()));
            }
        }
        record.save(request.version());
    }

    private void announce(List<Step> steps, Set<Part> parts) {
        for (Step step : steps) {
            String id = step.wanted().id();
            if (step.isWritten() || step.action() == Step.Action.ADOPT) {
                record.put(id, step.entry(record.entry(id)));
            }
        }
        boolean writesProfile = steps.stream()
                .anyMatch(step -> step.isWritten() && step.wanted().part() == Part.PROFILE);
        if (writesProfile && record.profile().isEmpty()) {
            record.profile(new ProfileText(realm).unusual());
        }
        record.parts().addAll(parts);
        record.file(request.file().hash());
        record.save(request.version());
    }

    /** A node that lacks a provider refuses things that name it. */
    private void write(Step step) {
        try {
            writeAt(step);
        } catch (AdminException e) {
            if (e.status() != BAD_REQUEST) {
                throw e;
            }
            throw new UserError(e.getMessage() + " If a node of this server still runs an earlier version of the pack,"
                    + " upgrade it and run this again: it continues where it stopped.");
        }
    }

    private void writeAt(Step step) {
        if (step.action() == Step.Action.ADD) {
            step.thing().make(body(step));
        } else {
            step.thing().change(step.form());
        }
    }

    /** A client without a secret in the environment gets a random one. */
    private JsonNode body(Step step) {
        if (step.thing().isValue() || Things.isBinding(step.wanted().id())) {
            return step.form();
        }
        JsonNode body = step.wanted().body();
        if (body.has("secret") && body.path("secret").asText().isBlank()) {
            return ((ObjectNode) body.deepCopy()).put("secret", secret.value());
        }
        return body;
    }
}
