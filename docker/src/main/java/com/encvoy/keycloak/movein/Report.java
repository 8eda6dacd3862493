package com.encvoy.keycloak.movein;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.encvoy.keycloak.movein.realm.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The findings and the results of a run, for people or for programs. Holds names and addresses, but no secret. */
final class Report {

    /** Further conflicts are only in the decisions file. */
    private static final int SHOWN = 50;

    private final Survey survey;
    private final Decisions decisions;
    private final List<String> missing;

    /** @param missing sentences about what the database does not have */
    Report(Survey survey, Decisions decisions, List<String> missing) {
        this.survey = survey;
        this.decisions = decisions;
        this.missing = missing;
    }

    /** @param outcome null if nothing was written */
    JsonNode json(Outcome outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode people = json.putObject("people");
        people.put("found", survey.count().found());
        people.put("changed", survey.count().changed());
        people.put("unchanged", survey.count().unchanged());
        people.put("gone", survey.count().gone());
        ObjectNode brought = json.putObject("brings");
        survey.tally().brought().forEach(brought::put);
        ObjectNode notes = json.putObject("notes");
        survey.tally().notes().forEach(notes::put);
        ObjectNode left = json.putObject("notBrought");
        survey.tally().left().forEach(left::put);
        ObjectNode byHand = json.putObject("byHand");
        survey.tally().byHand().forEach(byHand::put);
        missing.forEach(json.putArray("missing")::add);
        ArrayNode conflicts = json.putArray("conflicts");
        for (Conflict conflict : decisions.conflicts().values()) {
            ObjectNode entry = conflicts.addObject();
            entry.put("key", conflict.key());
            entry.put("conflict", conflict.sentence());
            entry.put("proposal", conflict.proposal());
            entry.put("open", decisions.open().get(conflict.key()));
        }
        json.put("open", decisions.open().size());
        json.put("applied", outcome != null);
        if (outcome != null) {
            ObjectNode counts = json.putObject("done");
            outcome.counts().forEach(counts::put);
            outcome.kept().forEach(json.putArray("kept")::add);
            outcome.failures().forEach(json.putArray("failures")::add);
            outcome.hints().forEach(json.putArray("hints")::add);
        }
        return json;
    }

    void print(PrintWriter out) {
        out.println("People in Encvoy ID: " + survey.count().found() + "; already here and unchanged: "
                + survey.count().unchanged() + "; already here and changed since: "
                + survey.count().changed() + ".");
        if (survey.count().gone() > 0) {
            out.println("People who moved in earlier and are no longer in Encvoy ID: "
                    + survey.count().gone() + ". They stay.");
        }
        survey.tally().brought().forEach((what, count) -> out.println("  " + what + ": " + count));
        print(out, "Worth knowing", survey.tally().notes());
        print(out, "Not brought", survey.tally().left());
        print(out, "To be done by hand", survey.tally().byHand());
        missing.forEach(out::println);
        if (!decisions.conflicts().isEmpty()) {
            out.println("Conflicts: " + decisions.conflicts().size() + ", of which "
                    + decisions.open().size() + " are open");
        }
        decisions.conflicts().values().stream()
                .limit(SHOWN)
                .forEach(conflict -> out.println("  " + conflict.key() + ": "
                        + conflict.sentence() + " Proposal: " + conflict.proposal()
                        + (decisions.open().containsKey(conflict.key())
                                ? " (" + decisions.open().get(conflict.key()) + ")"
                                : "")));
        if (decisions.conflicts().size() > SHOWN) {
            out.println("  ... the decisions file lists all of them.");
        }
    }

    void print(PrintWriter out, Outcome outcome) {
        print(out, "Done", outcome.counts());
        outcome.hints().forEach(out::println);
        outcome.kept().forEach(out::println);
        outcome.failures().forEach(out::println);
    }

    private static void print(PrintWriter out, String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            out.println(title + ":");
            counts.forEach((what, count) -> out.println("  " + what + ": " + count));
        }
    }
}
