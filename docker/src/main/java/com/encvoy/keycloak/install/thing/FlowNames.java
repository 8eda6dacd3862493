package com.encvoy.keycloak.install.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds names for a flow if a flow of the realm's own already has the name of the realm file. */
final class FlowNames {

    private static final int MAX_SUFFIX = 20;

    private FlowNames() {}

    /** The suffix with which neither the flow nor a subflow has a name that is taken; empty if no name is taken. */
    static String freeSuffix(RealmState realm, JsonNode tree) {
        List<String> taken = names(realm);
        List<String> wanted = FlowTree.names(tree);
        return IntStream.rangeClosed(1, MAX_SUFFIX)
                .mapToObj(number -> number == 1 ? "" : " " + number)
                .filter(suffix -> wanted.stream().noneMatch(name -> taken.contains(name + suffix)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Too many flows of the same name"));
    }

    private static List<String> names(RealmState realm) {
        List<String> names = new ArrayList<>();
        for (JsonNode flow : realm.get(FlowThing.PATH)) {
            String alias = flow.path("alias").asText();
            names.add(alias);
            // Keycloak's own flows have names of their own.
            if (!flow.path("builtIn").asBoolean()) {
                realm.get(FlowTree.executions(alias)).forEach(execution -> {
                    if (execution.has("flowId")) {
                        names.add(execution.path("displayName").asText());
                    }
                });
            }
        }
        return names;
    }
}
