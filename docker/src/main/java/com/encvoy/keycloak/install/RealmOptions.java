package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.List;

import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.command.UserError;
import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that select realms. */
final class RealmOptions {

    private static final String MASTER = "master";

    @ArgGroup(multiplicity = "1")
    private Selection selection;

    @Option(
            names = "--even-master",
            description = "allow the realm master, in which the administrators of the whole server sign in")
    private boolean evenMaster;

    /** One of the two. */
    private static final class Selection {

        @Option(
                names = "--realm",
                paramLabel = "REALM",
                required = true,
                description = "a realm; may be given several times")
        private List<String> names = new ArrayList<>();

        @Option(names = "--all-realms", required = true, description = "all realms except master")
        private boolean isAll;
    }

    /** @throws UserError if master is among them without its option */
    List<String> names(AdminClient admin) {
        if (selection.isAll) {
            List<String> all = new ArrayList<>();
            for (JsonNode realm : admin.require("GET", "/admin/realms?briefRepresentation=true", null)
                    .body()) {
                String name = realm.path("realm").asText();
                if (!name.equals(MASTER)) {
                    all.add(name);
                }
            }
            return all;
        }
        if (selection.names.contains(MASTER) && !evenMaster) {
            throw new UserError("The administrators of the whole server sign in at the realm master: a mistake there"
                    + " locks them out, and applications do not belong there. If you mean it, add --even-master.");
        }
        return selection.names;
    }
}
