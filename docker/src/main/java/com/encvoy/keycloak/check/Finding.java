package com.encvoy.keycloak.check;

import java.io.IOException;

/**
 * What one step of the check has found.
 *
 * @param step what was tried
 * @param result how it went
 * @param text what was found, and where it went wrong what to do
 */
record Finding(String step, Result result, String text) {

    /** How a step went. */
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

    /** @param remedy a sentence that says what to do */
    static Finding failed(String step, String text, String remedy) {
        return new Finding(step, Result.FAILED, text + " Remedy: " + remedy);
    }

    /** Of a step that could not be tried. */
    static Finding unknown(String step, String reason) {
        return new Finding(step, Result.UNKNOWN, reason);
    }

    /** Of an address that discovery names and nobody answers at. */
    static Finding unreachable(String step, IOException failure) {
        return failed(
                step,
                "An address that discovery names cannot be reached (" + Requests.reason(failure) + ").",
                "look at --hostname of Keycloak, at the proxies between, and at the identity provider that the "
                        + "login may hand over to.");
    }

    boolean isFailure() {
        return result == Result.FAILED;
    }

    @Override
    public String toString() {
        return String.format("%-5s%-16s%s", result.word, step, text);
    }
}
