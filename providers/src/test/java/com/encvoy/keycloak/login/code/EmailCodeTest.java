package com.encvoy.keycloak.login.code;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class EmailCodeTest {

    @AfterEach
    void putTheClockBack() {
        Time.setOffset(0);
    }

    @Test
    void isExpiredOnceItsLifetimeIsOver() {
        EmailCode code = EmailCode.generate("ada", 6, 0).kept();

        Time.setOffset(58);
        assertThat(code.isExpired(60)).isFalse();
        Time.setOffset(60);
        assertThat(code.isExpired(60)).isTrue();
    }

    @Test
    void matchesForItsRecipientOnly() {
        EmailCode.NewCode draw = EmailCode.generate("ada", 6, 0);
        EmailCode kept = draw.kept();
        EmailCode moved = new EmailCode(kept.id(), "eve", kept.hash(), kept.issued(), kept.number());

        assertThat(moved.matches(draw.digits())).isFalse();
    }

    @Test
    void keepsAllButItsDigitsWhenInvalidated() {
        EmailCode code = EmailCode.generate("ada", 6, 2).kept();
        EmailCode invalidated = code.invalidated();

        assertThat(invalidated.hash()).isNotEqualTo(code.hash());
        assertThat(invalidated).isEqualTo(new EmailCode(code.id(), "ada", invalidated.hash(), code.issued(), 2));
    }

    @Test
    void hasAsManyDigitsAsTheStepSays() {
        assertThat(EmailCode.generate("ada", 10, 0).digits()).matches("\\d{10}");
    }

    @Test
    void isNotThereWhereNoNoteIs() {
        assertThat(EmailCode.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "browser, SIGN_IN, sign_in, code, SEND_VERIFY_EMAIL",
        "recovery, RECOVERY, recovery, recovery-code, SEND_RESET_PASSWORD",
        "registration, VERIFICATION, verification, verification-code, SEND_VERIFY_EMAIL"
    })
    void hasThePurposeOfItsFlow(String flow, CodePurpose purpose, String context, String mail, EventType event) {
        Stage stage = new Stage();
        stage.isIn(flow);

        assertThat(CodePurpose.of(stage.context)).isEqualTo(purpose);
        assertThat(purpose.context()).isEqualTo(context);
        assertThat(purpose.mail()).isEqualTo(mail);
        assertThat(purpose.event()).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({"60, 1", "61, 2", "119, 2", "900, 15"})
    void livesForMinutesThatAreRoundedUp(int seconds, int minutes) {
        assertThat(new EmailCodeConfig(6, seconds, 6, 30, 5, 20, 300, 100, true).lifetimeMinutes())
                .isEqualTo(minutes);
    }
}
