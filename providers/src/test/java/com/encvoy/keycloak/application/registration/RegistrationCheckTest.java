package com.encvoy.keycloak.application.registration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.encvoy.keycloak.application.registration.Registration.RefreshTokens;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationCheckTest {

    private static final RefreshTokens LASTING = new RefreshTokens(2_592_000, OptionalLong.empty());

    private static Registration registration(int accessTokenLifetime, Optional<RefreshTokens> refreshTokens) {
        return registration(accessTokenLifetime, refreshTokens, Optional.empty());
    }

    private static Registration registration(
            int accessTokenLifetime, Optional<RefreshTokens> refreshTokens, Optional<ApplicationTemplate> template) {
        return new Registration(
                "wiki",
                Set.of("https://wiki.example.com/"),
                List.of("encvoy", "email"),
                List.of("phone"),
                false,
                OptionalInt.of(accessTokenLifetime),
                refreshTokens,
                template);
    }

    private static List<String> codes(Registration registration) {
        return RegistrationCheck.problems(registration).stream()
                .map(RegistrationProblem::code)
                .toList();
    }

    @Test
    void aClientAsShippedHasNoProblem() {
        assertThat(codes(registration(1800, Optional.of(LASTING)))).isEmpty();
    }

    @Test
    void aClientWithoutTheScopeAndWithAllRolesHasBothProblems() {
        Registration wide = new Registration(
                "wiki",
                Set.of(),
                List.of("email"),
                List.of("encvoy"),
                true,
                OptionalInt.empty(),
                Optional.of(LASTING),
                Optional.empty());

        assertThat(codes(wide)).containsExactly("encvoy_scope_missing", "full_scope_allowed");
        assertThat(RegistrationCheck.problems(wide))
                .last()
                .satisfies(problem -> assertThat(problem.remedy()).contains("wiki-dedicated"));
    }

    @ParameterizedTest
    @CsvSource({"299, access_token_lifetime", "300,"})
    void accessTokensLiveFiveMinutesAtLeast(int seconds, String problem) {
        assertThat(codes(registration(seconds, Optional.of(LASTING))))
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void accessTokensMayLiveAsLongAsTheSession() {
        assertThat(codes(new Registration(
                        "wiki",
                        Set.of(),
                        List.of("encvoy"),
                        List.of(),
                        false,
                        OptionalInt.empty(),
                        Optional.of(LASTING),
                        Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "691199, , refresh_token_idle_lifetime",
        "691200, , ",
        "691200, 691199, refresh_token_lifetime",
        "691200, 691200, "
    })
    void refreshTokensLiveEightDaysAtLeast(long idle, Long end, String problem) {
        RefreshTokens tokens = new RefreshTokens(idle, end == null ? OptionalLong.empty() : OptionalLong.of(end));

        assertThat(codes(registration(1800, Optional.of(tokens))))
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void aClientWithoutRefreshTokensHasAProblem() {
        assertThat(codes(registration(1800, Optional.empty()))).containsExactly("no_refresh_token");
    }

    @ParameterizedTest
    @CsvSource({"60, 60 seconds", "1800, 30 minutes", "86400, 24 hours", "259200, 3 days"})
    void periodsReadAsPeopleSayThem(long idle, String words) {
        RefreshTokens tokens = new RefreshTokens(idle, OptionalLong.empty());

        assertThat(RegistrationCheck.problems(registration(1800, Optional.of(tokens))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.description()).contains("after " + words + " "));
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationTemplate.class,
            names = {"GITLAB", "GRAFANA", "MOODLE", "NEXTCLOUD", "ROCKET_CHAT"})
    void productsThatSignPeopleInAgainNeedNoLastingTokens(ApplicationTemplate template) {
        RefreshTokens brief = new RefreshTokens(60, OptionalLong.of(60));

        assertThat(codes(registration(1800, Optional.of(brief), Optional.of(template))))
                .isEmpty();
        assertThat(codes(registration(1800, Optional.empty(), Optional.of(template))))
                .isEmpty();
    }

    @Test
    void sentryIsGivenTheLifetimesOfItsTemplate() {
        RefreshTokens day = new RefreshTokens(86_400, OptionalLong.empty());

        assertThat(RegistrationCheck.problems(
                        registration(60, Optional.of(day), Optional.of(ApplicationTemplate.SENTRY))))
                .extracting(problem -> problem.fix().orElseThrow())
                .containsExactly(
                        new RegistrationRemedy(RegistrationRemedy.Kind.SET_ACCESS_TOKEN_LIFETIME, "1800"),
                        new RegistrationRemedy(RegistrationRemedy.Kind.SET_REFRESH_TOKEN_LIFETIME, "2592000"));
    }

    @Test
    void anApplicationThatIsNoProductIsAdvisedAndGivenNothingMore() {
        RefreshTokens day = new RefreshTokens(86_400, OptionalLong.empty());

        assertThat(RegistrationCheck.problems(registration(1800, Optional.of(day))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.advice()).isTrue();
                    assertThat(problem.fix()).isEmpty();
                    assertThat(problem.parameters()).containsExactly(24L);
                });
    }
}
