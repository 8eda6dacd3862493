package com.encvoy.keycloak.command;

import java.io.PrintWriter;
import java.io.StringWriter;

import picocli.CommandLine;

/**
 * A command line that was executed.
 *
 * @param exitCode its exit code
 * @param out the lines that it printed as results
 * @param err the lines that it printed as errors
 */
public record Execution(int exitCode, String out, String err) {

    public static Execution of(CommandLine commandLine, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Execution(exitCode, out.toString(), err.toString());
    }
}
