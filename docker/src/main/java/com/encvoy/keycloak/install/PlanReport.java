package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.encvoy.keycloak.install.Step.Action;
import com.encvoy.keycloak.install.thing.Canonical;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plan of a realm as text for people and as JSON for programs. */
final class PlanReport {

    private static final String INDENT = " ".repeat(12);

    private final Installation installation;

    PlanReport(Installation installation) {
        this.installation = installation;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("Realm " + installation.realm(), ""));
        if (installation.isAdopting()) {
            lines.add("  It was imported from a realm file. What is unchanged since is recorded and kept up to date.");
        }
        int there = 0;
        for (Step step : installation.steps()) {
            if (step.isWritten() || step.action() == Action.LEAVE) {
                lines.add(line(word(step), step.wanted().id(), step.explanation()));
                if (step.action() != Action.ADD) {
                    difference(step).forEach(line -> lines.add(INDENT + line));
                }
            } else {
                there++;
            }
        }
        if (installation.clientsLacking() > 0) {
            lines.add(line("add", "scopes of " + installation.clientsLacking() + " applications", ""));
        }
        lines.add(line("there", there + (there == 1 ? " thing is" : " things are") + " as the realm file says", ""));
        List<String> policies = installation.policies();
        if (!policies.isEmpty()) {
            lines.add(line("yours", "rules of the realm, which are never changed:", ""));
            policies.forEach(policy -> lines.add(INDENT + policy));
        }
        lines.add("");
        return lines;
    }

    private static String line(String word, String what, String explanation) {
        return String.format("  %-8s  %s%s", word, what, explanation.isEmpty() ? "" : " (" + explanation + ")");
    }

    private static String word(Step step) {
        return step.action().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> difference(Step step) {
        return Difference.lines(step.present(), step.form(), "realm file");
    }

    ObjectNode json() {
        ObjectNode json = Canonical.JSON.createObjectNode().put("realm", installation.realm());
        json.put("adopted", installation.isAdopting());
        json.put("changes", installation.isChange());
        json.put("clients", installation.clientsLacking());
        for (Step step : installation.steps()) {
            ObjectNode item = json.withArray("steps").addObject();
            item.put("action", word(step));
            item.put("part", step.wanted().part().toString());
            item.put("thing", step.wanted().id());
            if (!step.explanation().isEmpty()) {
                item.put("explanation", step.explanation());
            }
            if (step.action() == Action.LEAVE || (step.isWritten() && step.action() != Action.ADD)) {
                difference(step).forEach(item.withArray("difference")::add);
            }
        }
        installation.policies().forEach(json.withArray("policies")::add);
        return json;
    }

    static JsonNode list(List<ObjectNode> realms) {
        ObjectNode json = Canonical.JSON.createObjectNode();
        realms.forEach(json.withArray("realms")::add);
        return json;
    }
}
