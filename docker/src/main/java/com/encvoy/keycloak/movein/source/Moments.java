package com.encvoy.keycloak.movein.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.JsonNode;

/** Timestamps of the database, which are in UTC and name no zone. */
public final class Moments {

    private Moments() {}

    /** @return null if there is none, or it cannot be read */
    public static LocalDateTime read(JsonNode value) {
        try {
            return value.isTextual() ? LocalDateTime.parse(value.textValue().replaceFirst("Z$", "")) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Milliseconds since the epoch; null if there is no timestamp. */
    public static Long millis(JsonNode value) {
        LocalDateTime moment = read(value);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
