package com.encvoy.keycloak.distribution;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows lines of Keycloak's log on the screen: the phases of a start, warnings and errors of the pack, and once the
 * server is ready, errors of Keycloak. A stock start logs dozens of warnings that ask for no action.
 */
final class LogScreen implements Consumer<String> {

    /** Parts of lines that begin a phase. If a later Keycloak words them differently, the phase is not shown. */
    private static final Map<String, String> PHASES = Map.of(
            "Updating the configuration and installing your custom providers",
            "Installing the pack in Keycloak ...",
            "Initializing database schema",
            "Creating the database ...",
            "KC-SERVICES0050: Initializing master realm",
            "Importing the realm " + AdminApi.REALM + " ...");

    private static final Pattern PROBLEM =
            Pattern.compile("\\S+ \\S+ (WARN|ERROR|FATAL) +\\[([\\w.$-]+)] \\([^)]*\\) (.+)");

    private static final String PACK = "com.encvoy.";

    private final PrintWriter out;
    private volatile boolean ready;

    LogScreen(PrintWriter out) {
        this.out = out;
    }

    /** From now on errors of Keycloak are shown; those of a start that fails are reported with the failure. */
    void ready() {
        ready = true;
    }

    @Override
    public void accept(String line) {
        PHASES.forEach((part, phase) -> {
            if (line.contains(part)) {
                out.println(phase);
            }
        });
        Matcher problem = PROBLEM.matcher(line);
        if (problem.matches() && isShown(problem)) {
            out.println((isWarning(problem) ? "Warning: " : "Error: ") + problem.group(3));
        }
    }

    private boolean isShown(Matcher problem) {
        return problem.group(2).startsWith(PACK) || (ready && !isWarning(problem));
    }

    private static boolean isWarning(Matcher problem) {
        return problem.group(1).equals("WARN");
    }
}
