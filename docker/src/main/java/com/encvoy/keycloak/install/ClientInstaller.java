package com.encvoy.keycloak.install;

import java.util.List;

import com.encvoy.keycloak.install.ClientScopes.Link;
import com.encvoy.keycloak.install.thing.RealmState;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Assigns the scopes to existing applications. Assignments of a scope that was created here are not recorded: they
 * disappear with the scope.
 */
final class ClientInstaller {

    private static final int BATCH = 100;

    private final RealmState realm;
    private final InstallationRecord record;
    private final ClientScopes clients;
    private final String version;
    private final Progress progress;

    ClientInstaller(
            RealmState realm, InstallationRecord record, ClientScopes clients, String version, Progress progress) {
        this.realm = realm;
        this.record = record;
        this.clients = clients;
        this.version = version;
        this.progress = progress;
    }

    void apply(int lacking) {
        int done = 0;
        for (JsonNode client : clients.clients()) {
            List<Link> missing = clients.missing(client);
            if (!missing.isEmpty()) {
                note(missing);
                missing.forEach(link -> ClientScopes.assign(realm, link, scopeId(link.scope())));
                done++;
                if (done % BATCH == 0) {
                    progress.at(realm.name() + ": " + done + " of " + lacking + " applications have the scopes");
                }
            }
        }
    }

    private String scopeId(String name) {
        return realm.idOf("/client-scopes", "name", name);
    }

    private void note(List<Link> missing) {
        boolean isNew = false;
        for (Link link : missing) {
            Entry scope = record.entry("scope:" + link.scope());
            if ((scope == null || !scope.isMade()) && record.hasRoomForLinks()) {
                isNew |= record.links().add(link.toString());
            }
        }
        if (isNew) {
            record.save(version);
        }
    }
}
