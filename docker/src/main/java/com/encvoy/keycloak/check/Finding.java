package com.encvoy.keycloak.check;

import java.io.IOException;

/**
 * The result of one step of the check.
 *
 * @param step name of the step
 * @param result whether it passed
 * @param text the finding and, for a failure, its remedy
 */
record Finding(String step, Result result, String text) {

    /** Whether a step passed. */
    enum Result {
        OK("ok"),
        FAILED("FAIL"),
        UNKNOWN("?");

        private final String word;

        Result(String word) {
            this.word = word;
        }
    }

    static Finding ok(String step, String text) {
        return new Finding(step, Result.OK, text);
    }

    /** @param remedy the action to take, as a sentence without its capital */
    static Finding failed(String step, String text, String remedy) {
        return new Finding(step, Result.FAILED, text + " Remedy: " + remedy);
    }

    /** For a step that could not be tried. */
    static Finding unknown(String step, String reason) {
        return new Finding(step, Result.UNKNOWN, reason);
    }

    /** For an endpoint that does not answer. */
    static Finding unreachable(String step, IOException failure) {
        return failed(
                step,
                "An address in the discovery document cannot be reached (" + Requests.reason(failure) + ").",
                "look at --hostname of Keycloak, at the proxies in between, and at the identity provider that the "
                        + "login may redirect to.");
    }

    boolean isFailure() {
        return result == Result.FAILED;
    }

    @Override
    public String toString() {
        return String.format("%-5s%-16s%s", result.word, step, text);
    }
}
