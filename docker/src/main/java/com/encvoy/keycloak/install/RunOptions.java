package com.encvoy.keycloak.install;

import java.io.PrintWriter;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say whether a plan is carried out, and how it is printed. */
final class RunOptions {

    @Option(names = "--apply", description = "do it")
    private boolean isApplied;

    @Option(names = "--json", description = "print JSON")
    private boolean isJson;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean isApplied() {
        return isApplied;
    }

    boolean isJson() {
        return isJson;
    }

    /** For people: a line of the plan, left out if the answer is JSON. */
    void print(List<String> lines) {
        if (!isJson) {
            lines.forEach(output()::println);
        }
    }

    /** For machines: the plans of all realms, if the answer is JSON. */
    void printJson(List<ObjectNode> plans) {
        if (isJson) {
            output().println(PlanReport.list(plans).toPrettyString());
        }
    }

    private PrintWriter output() {
        return command.commandLine().getOut();
    }

    /** The stream for progress: standard error, apart from the plan. */
    PrintWriter progress() {
        return command.commandLine().getErr();
    }
}
