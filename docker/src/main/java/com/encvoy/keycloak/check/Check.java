package com.encvoy.keycloak.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the check. */
public final class Check {

    private static final int WELL = 0;
    private static final int TO_MEND = 1;
    private static final int WRONG_COMMAND = 2;

    private final PrintStream out;
    private final PrintStream err;

    Check(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Exits with 0 if all is well, with 1 if something has to be mended, with 2 for a wrong command. */
    public static void main(String[] args) throws InterruptedException {
        System.exit(new Check(System.out, System.err).run(System.getenv(), args));
    }

    int run(Map<String, String> environment, String... args) throws InterruptedException {
        CheckOptions options;
        Requests requests;
        try {
            options = CheckOptions.parse(environment, args);
            requests = options.help() ? null : new Requests(Trust.in(options.authorities()));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG_COMMAND;
        }
        if (options.help()) {
            out.print(CheckOptions.HELP);
            return WELL;
        }
        List<Finding> findings = findings(options, requests);
        findings.forEach(out::println);
        return findings.stream().anyMatch(Finding::isFailure) ? TO_MEND : WELL;
    }

    private static List<Finding> findings(CheckOptions options, Requests requests) throws InterruptedException {
        DiscoveryStep discovery = new DiscoveryStep(options, requests);
        Provider provider = discovery.provider();
        List<Finding> findings = new ArrayList<>(discovery.findings());
        if (provider != null) {
            findings.add(new AuthorizationStep(options, requests).finding(provider));
            findings.addAll(new ApplicationStep(options, requests).findings(provider));
        }
        return findings;
    }
}
