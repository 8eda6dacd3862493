package com.encvoy.keycloak.dashboard.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** A day as pages show it: for machines, and in the language of the page. */
final class Moment {

    private Moment() {}

    /** @param seconds since the epoch */
    static Map<String, Object> shown(long seconds, Locale language) {
        Instant moment = Instant.ofEpochSecond(seconds);
        return Map.of(
                "iso",
                moment.toString(),
                "text",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(language)
                        .withZone(ZoneOffset.UTC)
                        .format(moment));
    }
}
