package com.encvoy.keycloak.dashboard.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.encvoy.keycloak.application.activity.Activity;
import com.encvoy.keycloak.application.activity.ActivityQuery;

/**
 * The filter in the address of the page. Invalid parameters are ignored.
 *
 * @param kind of activity; empty for everything
 * @param from the first day, in UTC; empty for the earliest that is stored
 * @param to the last day, in UTC; empty for today
 * @param first number of the first entry, from 0
 */
record ActivityFilter(Optional<Activity.Kind> kind, Optional<LocalDate> from, Optional<LocalDate> to, int first) {

    static ActivityFilter of(String kind, String from, String to, String first) {
        return new ActivityFilter(
                Arrays.stream(Activity.Kind.values())
                        .filter(known -> name(known).equals(kind))
                        .findFirst(),
                day(from),
                day(to),
                number(first));
    }

    static String name(Activity.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(LocalDate::parse)
                    // Other years are not milliseconds that a database can compare.
                    .filter(day -> day.getYear() >= 1970 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int number(String text) {
        try {
            return Math.min(Math.max(Integer.parseInt(text), 0), ActivityQuery.MAX_FIRST);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    Set<Activity.Kind> kinds() {
        return kind.map(Set::of).orElse(Set.of());
    }

    Optional<Instant> begin() {
        return from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    Optional<Instant> end() {
        return to.map(
                day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
    }

    /** Whether something is left out. */
    boolean isNarrow() {
        return kind.isPresent() || from.isPresent() || to.isPresent();
    }

    /** The values of the form. */
    Map<String, Object> values() {
        return Map.of(
                "kind", kind.map(ActivityFilter::name).orElse(""),
                "from", from.map(LocalDate::toString).orElse(""),
                "to", to.map(LocalDate::toString).orElse(""));
    }
}
