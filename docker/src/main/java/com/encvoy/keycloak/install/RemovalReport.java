package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.encvoy.keycloak.install.RemovalStep.Action;
import com.encvoy.keycloak.install.thing.Canonical;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code uninstall} does in a realm, as text for people and as JSON for programs. */
final class RemovalReport {

    private static final String INDENT = " ".repeat(14);

    private final Removal removal;

    RemovalReport(Removal removal) {
        this.removal = removal;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("Realm " + removal.realm(), ""));
        if (!removal.isInstalled()) {
            lines.add("  Nothing was installed here.");
        }
        int kept = 0;
        for (RemovalStep step : removal.steps()) {
            if (step.action() == Action.KEEP) {
                kept++;
            } else if (step.action() != Action.GONE) {
                String target = step.action() == Action.PUT_BACK
                        ? " (to " + Difference.shown(step.id(), step.previous()) + ")"
                        : "";
                lines.add(String.format("  %-10s  %s%s", word(step), step.id(), target));
                step.difference().forEach(line -> lines.add(INDENT + line));
            }
        }
        if (kept > 0) {
            lines.add(String.format("  %-10s  %d things came with the import of the realm", "keep", kept));
        }
        lines.add("");
        return lines;
    }

    private static String word(RemovalStep step) {
        return step.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    ObjectNode json() {
        ObjectNode json = Canonical.JSON.createObjectNode().put("realm", removal.realm());
        json.put("installed", removal.isInstalled());
        for (RemovalStep step : removal.steps()) {
            ObjectNode item = json.withArray("steps").addObject();
            item.put("action", word(step));
            item.put("thing", step.id());
            step.difference().forEach(item.withArray("difference")::add);
        }
        return json;
    }
}
