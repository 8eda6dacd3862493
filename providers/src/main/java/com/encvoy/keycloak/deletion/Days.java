package com.encvoy.keycloak.deletion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.keycloak.common.util.Time;

/** Days in UTC. */
final class Days {

    private Days() {}

    static LocalDate today() {
        return of(Time.currentTimeMillis());
    }

    /** @param millis since the epoch */
    static LocalDate of(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
