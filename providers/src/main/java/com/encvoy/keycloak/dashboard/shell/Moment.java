package com.encvoy.keycloak.dashboard.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** Times as pages show them. They are in UTC and say so: a server does not know where the reader is. */
public final class Moment {

    private Moment() {}

    /**
     * A point in time in words of a language.
     *
     * @param millis since the epoch
     */
    public static String text(long millis, Locale language) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), millis, language)
                + " UTC";
    }

    /**
     * A point in time for a template: {@code iso} for machines, {@code text} for people.
     *
     * @param millis since the epoch
     */
    public static Map<String, Object> time(long millis, Locale language) {
        return Map.of("iso", Instant.ofEpochMilli(millis).toString(), "text", text(millis, language));
    }

    /**
     * A day for a template: {@code iso} for machines, {@code text} for people.
     *
     * @param millis since the epoch
     */
    public static Map<String, Object> day(long millis, Locale language) {
        return Map.of(
                "iso",
                Instant.ofEpochMilli(millis).toString(),
                "text",
                format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), millis, language));
    }

    private static String format(DateTimeFormatter format, long millis, Locale language) {
        return format.withLocale(language).withZone(ZoneOffset.UTC).format(Instant.ofEpochMilli(millis));
    }
}
