package com.encvoy.keycloak.check;

import java.time.Duration;
import java.util.OptionalLong;

/** Compares the lifetimes of a client's tokens with the needs of Sentry. */
final class TokenLifetimes {

    /** Without use: Sentry refreshes once a day, but may be stopped over a week's holiday. */
    private static final Duration REFRESH_MINIMUM = Duration.ofDays(8);

    /** Time to read Sentry's confirmation page. */
    private static final Duration ACCESS_MINIMUM = Duration.ofMinutes(5);

    private final JsonDocument client;

    /** @param client the registration of the client */
    TokenLifetimes(JsonDocument client) {
        this.client = client;
    }

    Finding accessToken() {
        OptionalLong lifetime = client.number("access_token_lifetime");
        if (lifetime.isPresent() && lifetime.getAsLong() < ACCESS_MINIMUM.toSeconds()) {
            return Finding.failed(
                    "access token",
                    "Valid for " + period(lifetime.getAsLong()) + ".",
                    "set encvoy.access_token_ttl of the client to 1800: Sentry uses the token once more when a new user "
                            + "has read its confirmation page.");
        }
        return Finding.ok(
                "access token",
                lifetime.isPresent()
                        ? "Valid for " + period(lifetime.getAsLong()) + "."
                        : "Valid as long as the session.");
    }

    Finding refreshToken() {
        OptionalLong idle = client.number("refresh_token_idle_lifetime");
        OptionalLong end = client.number("refresh_token_lifetime");
        String remedy = "make offline_access a default scope of the client and set encvoy.refresh_token_ttl to 2592000 "
                + "(30 days), else Sentry's daily check unlinks all users.";
        if (idle.isEmpty()) {
            return Finding.failed(
                    "refresh token", "The client gets none.", "switch on 'Use refresh tokens' of the client.");
        }
        if (idle.getAsLong() < REFRESH_MINIMUM.toSeconds()) {
            return Finding.failed(
                    "refresh token", "Expires after " + period(idle.getAsLong()) + " without use.", remedy);
        }
        if (end.isPresent() && end.getAsLong() < REFRESH_MINIMUM.toSeconds()) {
            return Finding.failed(
                    "refresh token", "Expires after " + period(end.getAsLong()) + ", even if it is used.", remedy);
        }
        return Finding.ok("refresh token", "Valid for " + period(idle.getAsLong()) + " without use.");
    }

    private static String period(long seconds) {
        if (seconds >= Duration.ofDays(2).toSeconds()) {
            return Duration.ofSeconds(seconds).toDays() + " days";
        }
        if (seconds >= Duration.ofHours(2).toSeconds()) {
            return Duration.ofSeconds(seconds).toHours() + " hours";
        }
        return seconds >= 120 ? seconds / 60 + " minutes" : seconds + " seconds";
    }
}
