package com.encvoy.keycloak.login.code;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;

import com.encvoy.keycloak.login.code.IssuedCodes.Verdict;
import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class IssuedCodesTest {

    private static final int ATTEMPTS = 3;
    private static final int LIFETIME = 900;
    private static final int DELAY = 30;
    private static final int RESENDS = 2;

    private final Stage stage = new Stage();
    private final IssuedCodes codes = codes("step", "ada");

    private IssuedCodes codes(String step, String recipient) {
        EmailCodeConfig config = new EmailCodeConfig(6, LIFETIME, ATTEMPTS, DELAY, RESENDS, 20, 300, 100, true);
        return new IssuedCodes(stage.session, stage.login, step, recipient, config);
    }

    @AfterEach
    void putTheClockBack() {
        Time.setOffset(0);
    }

    private String issue() {
        return codes.issue().orElseThrow().digits();
    }

    private static String wrong(String digits) {
        return digits.startsWith("0") ? "1" + digits.substring(1) : "0" + digits.substring(1);
    }

    @Nested
    @DisplayName("A typed code")
    class Typed {

        @Test
        void isRightOnce() {
            String digits = issue();

            assertThat(codes.check(digits, true)).isEqualTo(Verdict.RIGHT);
            assertThat(codes.check(digits, true)).isEqualTo(Verdict.EXPIRED);
        }

        @Test
        void isRightWithSpaces() {
            String digits = issue();

            assertThat(codes.check(" " + digits.substring(0, 3) + " \t" + digits.substring(3), true))
                    .isEqualTo(Verdict.RIGHT);
        }

        @Test
        void isRightUntilTheLastAttempt() {
            String digits = issue();
            codes.check(wrong(digits), true);
            codes.check(wrong(digits), true);

            assertThat(codes.check(digits, true)).isEqualTo(Verdict.RIGHT);
        }

        @Test
        void isWrongUntilThereIsNoFurtherAttemptAndThenIsNotCompared() {
            String digits = issue();

            assertThat(codes.check(wrong(digits), true)).isEqualTo(Verdict.WRONG);
            assertThat(codes.check("", true)).isEqualTo(Verdict.WRONG);
            assertThat(codes.check(wrong(digits), true)).isEqualTo(Verdict.EXHAUSTED);
            assertThat(codes.check(wrong(digits), true)).isEqualTo(Verdict.SPENT);
            assertThat(codes.check(digits, true)).isEqualTo(Verdict.SPENT);
        }

        @Test
        void isNeverRightWhereNoCodeIsGenuine() {
            String digits = issue();

            assertThat(codes.check(digits, false)).isEqualTo(Verdict.WRONG);
            assertThat(codes.check(digits, false)).isEqualTo(Verdict.WRONG);
            assertThat(codes.check(digits, false)).isEqualTo(Verdict.EXHAUSTED);
            assertThat(codes.check(digits, false)).isEqualTo(Verdict.SPENT);
        }

        @Test
        void isExpiredWhereNoneWasIssued() {
            assertThat(codes.check("123456", true)).isEqualTo(Verdict.EXPIRED);
        }

        @Test
        void isExpiredAtTheEndOfItsLifetime() {
            String digits = issue();

            Time.setOffset(LIFETIME - 2);
            assertThat(codes.check(wrong(digits), true)).isEqualTo(Verdict.WRONG);
            Time.setOffset(LIFETIME);
            assertThat(codes.check(digits, true)).isEqualTo(Verdict.EXPIRED);
        }

        @Test
        void isOfNoUseForAnotherRecipientOrInAnotherStep() {
            String digits = issue();

            assertThat(codes("step", "eve").check(digits, true)).isEqualTo(Verdict.EXPIRED);
            assertThat(codes("other", "ada").check(digits, true)).isEqualTo(Verdict.EXPIRED);
            assertThat(codes("step", "ada").check(digits, true)).isEqualTo(Verdict.RIGHT);
        }

        @Test
        void isWrongOnceInvalidated() {
            String digits = issue();
            codes.invalidate();

            assertThat(codes.check(digits, true)).isEqualTo(Verdict.WRONG);
        }

        @Test
        void isWrongOnceAnotherWasIssued() {
            String first = issue();
            Time.setOffset(DELAY);
            String second = issue();

            if (!first.equals(second)) {
                assertThat(codes.check(first, true)).isEqualTo(Verdict.WRONG);
            }
            assertThat(codes.check(second, true)).isEqualTo(Verdict.RIGHT);
        }
    }

    @Nested
    @DisplayName("Another code")
    class Another {

        @Test
        void mayBeIssuedAfterTheDelay() {
            assertThat(codes.secondsUntilNext()).isZero();
            issue();

            assertThat(codes.secondsUntilNext()).isBetween(DELAY - 1, DELAY);
            assertThat(codes.issue()).isEmpty();
            Time.setOffset(DELAY);
            assertThat(codes.secondsUntilNext()).isZero();
            assertThat(codes.issue()).isPresent();
        }

        @Test
        void mayBeIssuedAsOftenAsTheStepAllows() {
            issue();
            for (int resend = 1; resend <= RESENDS; resend++) {
                assertThat(codes.mayIssue()).isTrue();
                Time.setOffset(resend * DELAY);
                issue();
            }

            assertThat(codes.mayIssue()).isFalse();
            Time.setOffset(LIFETIME);
            assertThat(codes.issue()).isEmpty();
            assertThat(codes("step", "eve").issue()).isPresent();
        }

        @Test
        void isIssuedByOneOfTwoRequestsAtOnce() {
            issue();
            Time.setOffset(DELAY);
            Optional<EmailCode> before = codes.current();
            issue();
            stage.login.setAuthNote("encvoy.code.step", before.orElseThrow().serialize());

            assertThat(codes.issue()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RIGHT,",
        "WRONG, encvoyCodeWrong",
        "EXPIRED, encvoyCodeExpired",
        "EXHAUSTED, encvoyCodeExhausted",
        "SPENT, encvoyCodeExhausted"
    })
    void aVerdictIsExplained(Verdict verdict, String message) {
        assertThat(verdict.message()).isEqualTo(message);
    }
}
