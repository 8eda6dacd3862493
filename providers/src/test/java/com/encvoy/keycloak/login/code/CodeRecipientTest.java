package com.encvoy.keycloak.login.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class CodeRecipientTest {

    private static final EmailCodeConfig ONE_AN_HOUR = new EmailCodeConfig(6, 900, 6, 30, 5, 1, 300, 100, true);

    private final Stage stage = new Stage();
    private final UserModel ada = Person.named("ada");

    private boolean send(CodeRecipient recipient) {
        new CookieJar(stage.session);
        CodeRateLimit limit = new CodeRateLimit(stage.session, ONE_AN_HOUR, CodePurpose.RECOVERY, recipient, "typed");
        return recipient.send(
                stage.session, stage.client, CodePurpose.RECOVERY, "123456", ONE_AN_HOUR, limit, stage.event);
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com, true", "' ', false", "'', false", ", false"})
    void hasAnAddressThatIsNotBlank(String email, boolean has) {
        when(ada.getEmail()).thenReturn(email);

        assertThat(CodeRecipient.hasAddress(ada)).isEqualTo(has);
    }

    @Test
    void canReceiveWhereKnownAndAdmitted() {
        assertThat(new CodeRecipient(ada, true).canReceive()).isTrue();
        assertThat(new CodeRecipient(ada, false).canReceive()).isFalse();
        assertThat(new CodeRecipient(null, true).canReceive()).isFalse();
    }

    @Test
    void isToldApartByPersonAddressAndWhatWasTyped() {
        String ofAda = new CodeRecipient(ada, true).fingerprint("ada");

        assertThat(new CodeRecipient(ada, false).fingerprint("ada")).isEqualTo(ofAda);
        assertThat(new CodeRecipient(ada, true).fingerprint("Ada")).isNotEqualTo(ofAda);
        assertThat(new CodeRecipient(null, true).fingerprint("ada")).isNotEqualTo(ofAda);
        assertThat(new CodeRecipient(Person.named("eve"), true).fingerprint("ada"))
                .isNotEqualTo(ofAda);
        when(ada.getEmail()).thenReturn("lovelace@example.com");
        assertThat(new CodeRecipient(ada, true).fingerprint("ada")).isNotEqualTo(ofAda);
    }

    @Test
    void isSentAMailAndNamedInTheEvent() {
        assertThat(send(new CodeRecipient(ada, true))).isTrue();

        verify(stage.event).user(ada);
        verify(stage.event).detail("email", "ada@example.com");
        verify(stage.event).detail("context", "recovery");
        verify(stage.event, never()).error(any());
        assertThat(stage.session.isAnythingLeft()).isTrue();
    }

    @Test
    void isSentNoMoreThanTheLimit() {
        send(new CodeRecipient(ada, true));
        stage.session.forget();

        assertThat(send(new CodeRecipient(ada, true))).isFalse();
        verify(stage.event).error("slow_down");
        assertThat(stage.session.isAnythingLeft()).isFalse();
    }

    @Test
    void causesTheSameWorkWhereUnknownButNoEvent() {
        assertThat(send(new CodeRecipient(null, true))).isFalse();

        verify(stage.event, never()).user(any(UserModel.class));
        verify(stage.event, never()).error(any());
        assertThat(stage.session.isAnythingLeft()).isTrue();
    }
}
