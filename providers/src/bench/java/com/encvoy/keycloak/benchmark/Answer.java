package com.encvoy.keycloak.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * An answer of a server.
 *
 * @param status its status
 * @param headers its headers, as sent
 * @param body its text
 */
record Answer(int status, String headers, String body) {

    /** @param name in any case */
    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** @throws IllegalStateException if its status is not 200 */
    Answer orFail(String what) {
        if (status != 200) {
            throw new IllegalStateException(what + " answered " + status + ": " + body);
        }
        return this;
    }
}
