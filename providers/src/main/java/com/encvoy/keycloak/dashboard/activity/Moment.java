package com.encvoy.keycloak.dashboard.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import com.encvoy.keycloak.dashboard.application.ApplicationVisit;

/** Times in the language of the page. They are in UTC and say so: a server does not know where the reader is. */
final class Moment {

    private final DateTimeFormatter format;

    private Moment(Locale language) {
        this.format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language)
                .withZone(ZoneOffset.UTC);
    }

    static Moment in(ApplicationVisit visit) {
        return new Moment(visit.visit().language());
    }

    /** @param millis since the epoch */
    String text(long millis) {
        return format.format(Instant.ofEpochMilli(millis)) + " UTC";
    }
}
