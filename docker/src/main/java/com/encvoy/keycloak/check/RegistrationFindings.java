package com.encvoy.keycloak.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The findings about a registration. The server itself decides what is wrong with it. */
final class RegistrationFindings {

    private final JsonDocument client;

    /** @param client the answer of {@code /client} */
    RegistrationFindings(JsonDocument client) {
        this.client = client;
    }

    /** @param requested the scopes that the application requests */
    Finding scopes(String requested) {
        List<String> registered =
                Arrays.asList(client.string("scope").orElse("").split(" "));
        List<String> missing = Arrays.stream(requested.split("\\s+"))
                .filter(scope -> !registered.contains(scope))
                .toList();
        return missing.isEmpty()
                ? finding("scopes", "scopes", "The client has " + requested + ", and encvoy by default.")
                : Finding.failed(
                        "scopes",
                        "The client lacks " + String.join(" ", missing) + ".",
                        "assign them on its tab Client scopes.");
    }

    Finding accessToken() {
        OptionalLong lifetime = client.number("access_token_lifetime");
        return finding(
                "access token",
                "access_token",
                lifetime.isPresent()
                        ? "Valid for " + period(lifetime.getAsLong()) + "."
                        : "Valid as long as the session.");
    }

    Finding refreshToken() {
        return finding(
                "refresh token",
                "refresh_token",
                "Valid for "
                        + period(client.number("refresh_token_idle_lifetime").orElse(0)) + " without use.");
    }

    private Finding finding(String step, String subject, String otherwise) {
        return client.objects("problems").stream()
                .filter(problem ->
                        problem.string("subject").filter(subject::equals).isPresent())
                .findFirst()
                .map(problem -> Finding.failed(
                        step,
                        problem.string("description").orElse(""),
                        problem.string("remedy").orElse("") + "."))
                .orElseGet(() -> Finding.ok(step, otherwise));
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
