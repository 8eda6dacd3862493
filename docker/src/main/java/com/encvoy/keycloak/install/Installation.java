package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.command.UserError;
import com.encvoy.keycloak.install.thing.Part;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.encvoy.keycloak.install.thing.RealmState;
import com.encvoy.keycloak.install.thing.Wanted;
import com.fasterxml.jackson.databind.JsonNode;

/** The installation of Encvoy ID in one realm: its plan and its execution. */
final class Installation {

    private static final String PROVIDERS = "/authentication/authenticator-providers";

    private final RealmState realm;
    private final InstallRequest request;
    private final InstallationRecord record;
    private final ClientScopes clients;
    private final Set<Part> parts;
    private final Planner planner;
    private final List<Step> steps;
    private final int clientsLacking;

    Installation(AdminRealm admin, InstallRequest request) {
        this.realm = new RealmState(admin);
        this.request = request;
        requirePack();
        this.record = InstallationRecord.of(realm);
        this.parts = parts();
        this.planner = new Planner(realm, record, KnownForms.shipped());
        this.steps = planner.plan(wanted(), parts);
        RealmFile file = request.file();
        this.clients = new ClientScopes(realm, file, request.clients(), request.isAllClients());
        this.clientsLacking = parts.contains(Part.ENDPOINTS) ? clients.lacking() : 0;
    }

    private void requirePack() {
        if (realm.get("").isMissingNode()) {
            throw new UserError("There is no realm " + realm.name() + " on this server.");
        }
        if (realm.find(PROVIDERS, "id", "encvoy-access-gate").isEmpty()) {
            throw new UserError("This Keycloak runs without the pack: copy the JARs of Encvoy ID into its folder"
                    + " providers and start it again (kc.sh build first, if it starts with --optimized).");
        }
    }

    /** Those of the command line, else those of the record, else all; Sentry's only if its address is known. */
    private Set<Part> parts() {
        Set<Part> chosen = EnumSet.noneOf(Part.class);
        chosen.addAll(request.parts().isEmpty() ? record.parts() : request.parts());
        if (chosen.isEmpty()) {
            chosen.addAll(EnumSet.allOf(Part.class));
            if (!request.isSentryKnown()) {
                chosen.remove(Part.SENTRY);
            }
        }
        return chosen;
    }

    /** A record keeps the client ID of Sentry's client, so that a later run does not need it. */
    private List<Wanted> wanted() {
        return request.file().wanted().stream()
                .filter(wanted -> wanted.part() != Part.SENTRY || request.isSentryKnown() || !record.exists())
                .toList();
    }

    String realm() {
        return realm.name();
    }

    List<Step> steps() {
        return steps;
    }

    boolean isAdopting() {
        return planner.isAdopting();
    }

    /** How many applications get the scopes. */
    int clientsLacking() {
        return clientsLacking;
    }

    /** The settings of the realm that are left to the administrator and differ from the realm file. */
    List<String> policies() {
        List<String> differing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> policy : request.file().policies().entrySet()) {
            JsonNode present = realm.get("").path(policy.getKey());
            if (!present.equals(policy.getValue())) {
                differing.add(policy.getKey() + ": realm " + Difference.shown("", present) + ", realm file "
                        + Difference.shown("", policy.getValue()));
            }
        }
        return differing;
    }

    boolean isChange() {
        return clientsLacking > 0
                || record.isPending()
                || steps.stream().anyMatch(step -> step.action().isChange())
                || (record.exists() && isBehind());
    }

    private boolean isBehind() {
        return !record.file().equals(request.file().hash()) || !record.parts().containsAll(parts);
    }

    /** The client of Sentry, if it is to be made. */
    boolean makesSentry() {
        return steps.stream()
                .anyMatch(step -> step.wanted().part() == Part.SENTRY
                        && step.wanted().id().startsWith("client:")
                        && step.action() == Step.Action.ADD);
    }

    void apply(SentrySecret secret, Progress progress) {
        new Installer(realm, record, request, secret, progress).apply(steps, parts);
        if (clientsLacking > 0) {
            new ClientInstaller(realm, record, clients, request.version(), progress).apply(clientsLacking);
        }
    }
}
