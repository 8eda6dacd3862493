package com.encvoy.keycloak.application.registration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.registration.Registration.RefreshTokens;

/**
 * What is wrong with a registration: the one place for these rules, behind {@code /client} and {@code docker/check}.
 */
public final class RegistrationCheck {

    /** Without use: Sentry refreshes once a day, but may be stopped over a week's holiday. */
    static final Duration REFRESH_MINIMUM = Duration.ofDays(8);

    /** Time to read a confirmation page, after which Sentry uses the token once more. */
    static final Duration ACCESS_MINIMUM = Duration.ofMinutes(5);

    private static final String LONGER = "make offline_access a default scope of the client and set"
            + " encvoy.refresh_token_ttl to 2592000 (30 days), otherwise the application loses its users";

    private RegistrationCheck() {}

    /** The problems, in the order of their subjects; empty if there is none. */
    public static List<RegistrationProblem> problems(Registration registration) {
        List<RegistrationProblem> problems = new ArrayList<>();
        if (!registration.defaultScopes().contains(NarrowScope.SCOPE)) {
            problems.add(new RegistrationProblem(
                    "encvoy_scope_missing",
                    "scopes",
                    "The client lacks encvoy among its default scopes.",
                    "assign it on the tab Client scopes as Default, otherwise ID tokens have another issuer"));
        }
        if (registration.fullScopeAllowed()) {
            problems.add(new RegistrationProblem(
                    "full_scope_allowed",
                    "scopes",
                    "Access tokens carry all roles of a user, and can change the user's account.",
                    "switch off 'Full scope allowed' on the tab Client scopes, " + registration.clientId()
                            + "-dedicated, Scope"));
        }
        if (registration.accessTokenLifetime().orElse(Integer.MAX_VALUE) < ACCESS_MINIMUM.toSeconds()) {
            problems.add(new RegistrationProblem(
                    "access_token_lifetime",
                    "access_token",
                    "Access tokens are valid for "
                            + period(registration.accessTokenLifetime().getAsInt()) + ".",
                    "set encvoy.access_token_ttl of the client to 1800: Sentry uses the token once more when a new"
                            + " user has read its confirmation page"));
        }
        refreshToken(registration.refreshTokens()).ifPresent(problems::add);
        return problems;
    }

    private static Optional<RegistrationProblem> refreshToken(Optional<RefreshTokens> tokens) {
        if (tokens.isEmpty()) {
            return Optional.of(new RegistrationProblem(
                    "no_refresh_token",
                    "refresh_token",
                    "The client gets no refresh tokens.",
                    "switch on 'Use refresh tokens' of the client"));
        }
        if (tokens.get().idleLifetime() < REFRESH_MINIMUM.toSeconds()) {
            return Optional.of(new RegistrationProblem(
                    "refresh_token_idle_lifetime",
                    "refresh_token",
                    "Refresh tokens expire after " + period(tokens.get().idleLifetime()) + " without use.",
                    LONGER));
        }
        if (tokens.get().lifetime().orElse(Long.MAX_VALUE) < REFRESH_MINIMUM.toSeconds()) {
            return Optional.of(new RegistrationProblem(
                    "refresh_token_lifetime",
                    "refresh_token",
                    "Refresh tokens expire after "
                            + period(tokens.get().lifetime().getAsLong()) + ", even if they are used.",
                    LONGER));
        }
        return Optional.empty();
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
