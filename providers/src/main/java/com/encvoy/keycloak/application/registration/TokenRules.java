package com.encvoy.keycloak.application.registration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.registration.Registration.RefreshTokens;
import com.encvoy.keycloak.application.registration.RegistrationRemedy.Kind;

/** Checks what tokens contain, and how long they are valid. */
final class TokenRules {

    /** Without use: Sentry refreshes once a day, but may be stopped over a week's holiday. */
    static final Duration REFRESH_MINIMUM = Duration.ofDays(8);

    /** Time to read a confirmation page, after which Sentry uses the token once more. */
    static final Duration ACCESS_MINIMUM = Duration.ofMinutes(5);

    private static final String ACCESS_DEFAULT = "1800";

    private static final String LONGER = "make offline_access a default scope of the client and set"
            + " encvoy.refresh_token_ttl to 2592000 (30 days), otherwise the application loses its users";

    private final Registration registration;
    private final Optional<ExpectedClient> expected;

    TokenRules(Registration registration) {
        this.registration = registration;
        this.expected = registration.template().map(ExpectedClient::of);
    }

    List<RegistrationProblem> problems() {
        List<RegistrationProblem> problems = new ArrayList<>();
        if (!registration.defaultScopes().contains(NarrowScope.SCOPE)) {
            problems.add(RegistrationProblem.of(
                            "encvoy_scope_missing",
                            "scopes",
                            "The client lacks encvoy among its default scopes.",
                            "assign it on the tab Client scopes as Default, otherwise ID tokens have another issuer")
                    .fixedBy(new RegistrationRemedy(Kind.ADD_DEFAULT_SCOPE, NarrowScope.SCOPE)));
        }
        if (registration.fullScopeAllowed()) {
            problems.add(RegistrationProblem.of(
                            "full_scope_allowed",
                            "scopes",
                            "Access tokens carry all roles of a user, and can change the user's account.",
                            "switch off 'Full scope allowed' on the tab Client scopes, " + registration.clientId()
                                    + "-dedicated, Scope",
                            registration.clientId())
                    .fixedBy(RegistrationRemedy.of(Kind.NARROW_SCOPE)));
        }
        if (registration.accessTokenLifetime().orElse(Integer.MAX_VALUE) < ACCESS_MINIMUM.toSeconds()) {
            int seconds = registration.accessTokenLifetime().getAsInt();
            String longer =
                    expected.flatMap(ExpectedClient::accessTokenLifetime).orElse(ACCESS_DEFAULT);
            problems.add(RegistrationProblem.of(
                            "access_token_lifetime",
                            "access_token",
                            "Access tokens are valid for " + period(seconds) + ".",
                            "set encvoy.access_token_ttl of the client to 1800: Sentry uses the token again after a"
                                    + " new user has read its confirmation page",
                            seconds)
                    .fixedBy(new RegistrationRemedy(Kind.SET_ACCESS_TOKEN_LIFETIME, longer)));
        }
        // Products that do not refresh sign people in again when they need them; of others it is unknown.
        if (expected.map(ExpectedClient::needsLastingTokens).orElse(true)) {
            refreshToken().ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<RegistrationProblem> refreshToken() {
        Optional<RefreshTokens> tokens = registration.refreshTokens();
        if (tokens.isEmpty()) {
            return Optional.of(weighed(
                    RegistrationProblem.of(
                            "no_refresh_token",
                            "refresh_token",
                            "The client gets no refresh tokens.",
                            "switch on 'Use refresh tokens' of the client"),
                    expected.map(product -> RegistrationRemedy.of(Kind.USE_REFRESH_TOKENS))));
        }
        Optional<RegistrationRemedy> longer = expected.flatMap(ExpectedClient::refreshTokenLifetime)
                .map(seconds -> new RegistrationRemedy(Kind.SET_REFRESH_TOKEN_LIFETIME, seconds));
        long idle = tokens.get().idleLifetime();
        if (idle < REFRESH_MINIMUM.toSeconds()) {
            return Optional.of(weighed(
                    RegistrationProblem.of(
                            "refresh_token_idle_lifetime",
                            "refresh_token",
                            "Refresh tokens expire after " + period(idle) + " without use.",
                            LONGER,
                            hours(idle)),
                    longer));
        }
        long lifetime = tokens.get().lifetime().orElse(Long.MAX_VALUE);
        if (lifetime < REFRESH_MINIMUM.toSeconds()) {
            return Optional.of(weighed(
                    RegistrationProblem.of(
                            "refresh_token_lifetime",
                            "refresh_token",
                            "Refresh tokens expire after " + period(lifetime) + ", even if they are used.",
                            LONGER,
                            hours(lifetime)),
                    longer));
        }
        return Optional.empty();
    }

    /** For an application that is none of the products, it is unknown whether it refreshes at all. */
    private RegistrationProblem weighed(RegistrationProblem problem, Optional<RegistrationRemedy> fix) {
        return expected.isPresent() ? problem.fixedBy(fix) : problem.asAdvice();
    }

    /** Hours for a message, with one digit after the point where they are not whole. */
    private static Number hours(long seconds) {
        long hour = Duration.ofHours(1).toSeconds();
        return seconds % hour == 0 ? (Number) (seconds / hour) : (Number) (Math.round(seconds * 10.0 / hour) / 10.0);
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
