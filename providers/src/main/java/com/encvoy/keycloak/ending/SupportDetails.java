package com.encvoy.keycloak.ending;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.keycloak.common.util.Time;

/** What a page tells an administrator about a case: the reference, when, what and who asked. */
public final class SupportDetails {

    /** Longer values, which come from a request, are cut. */
    private static final int MAX_LENGTH = 500;

    private SupportDetails() {}

    /**
     * Adds {@code reference}, {@code time}, {@code code} and, if known, {@code clientId} and {@code redirectUri}.
     *
     * @param code what happened, in Keycloak's or OAuth's terms
     */
    public static void addTo(
            Map<String, Object> shown, String reference, String code, String clientId, String redirectUri) {
        shown.put("reference", reference);
        shown.put(
                "time",
                Instant.ofEpochMilli(Time.currentTimeMillis())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        shown.put("code", onOneLine(code));
        if (clientId != null) {
            shown.put("clientId", onOneLine(clientId));
        }
        if (redirectUri != null) {
            shown.put("redirectUri", onOneLine(redirectUri));
        }
    }

    /** A value of a request that cannot forge a line of the log, and does not fill it. */
    public static String onOneLine(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
