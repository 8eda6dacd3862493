package com.encvoy.keycloak.login.flow;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class PendingRegistrationTest {

    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void remembersWhetherItHasVerifiedTheAddress(boolean verified) {
        UserModel user = stage.person("ada");
        when(user.isEmailVerified()).thenReturn(verified);

        PendingRegistration.begin(stage.login, user);

        assertThat(PendingRegistration.hasVerifiedAddress(stage.login)).isEqualTo(verified);
    }

    @Test
    void withoutAnAccountHasVerifiedNothing() {
        PendingRegistration.begin(stage.login, null);

        assertThat(PendingRegistration.hasVerifiedAddress(stage.login)).isFalse();
    }

    @Test
    void remembersWhetherTheAddressBelongsToAnotherAccount() {
        assertThat(PendingRegistration.isEmailInUse(stage.login)).isFalse();

        PendingRegistration.markEmailInUse(stage.login, true);
        assertThat(PendingRegistration.isEmailInUse(stage.login)).isTrue();

        PendingRegistration.markEmailInUse(stage.login, false);
        assertThat(PendingRegistration.isEmailInUse(stage.login)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"browser, true", "recovery, true", "registration, false"})
    void thatWasBegunIsAbandonedInAnotherFlow(String flow, boolean abandoned) {
        PendingRegistration.begin(stage.login, null);

        assertStartsOver(flow, abandoned);
    }

    @ParameterizedTest
    @CsvSource({"browser, true", "recovery, true", "registration, false"})
    void withAnAddressInUseIsAbandonedInAnotherFlow(String flow, boolean abandoned) {
        PendingRegistration.markEmailInUse(stage.login, true);

        assertStartsOver(flow, abandoned);
    }

    @Test
    void thatWasNeverBegunIsNotAbandoned() {
        assertStartsOver("browser", false);
    }

    @Test
    void knowsTheAddressThatWasTyped() {
        assertThat(PendingRegistration.address(stage.login)).isNull();

        PendingRegistration.remember(stage.login, Map.of("email", List.of("Ada@example.com")));

        assertThat(PendingRegistration.address(stage.login)).isEqualTo("Ada@example.com");
        assertThat(PendingRegistration.toCorrect(stage.login)).isEmpty();
    }

    @Test
    void keepsWhatWasTypedForTheFormOfACorrection() {
        PendingRegistration.remember(
                stage.login, Map.of("email", List.of("Ada@example.com"), "firstName", List.of("Ada \"A\"")));
        PendingRegistration.correct(stage.login);
        stage.login.removeAuthNote("encvoy.registration.typed");

        assertThat(PendingRegistration.toCorrect(stage.login).getFirst("email")).isEqualTo("Ada@example.com");
        assertThat(PendingRegistration.toCorrect(stage.login).getFirst("firstName"))
                .isEqualTo("Ada \"A\"");
    }

    private void assertStartsOver(String flow, boolean abandoned) {
        stage.isIn(flow);

        assertThat(PendingRegistration.startsOver(stage.context)).isEqualTo(abandoned);
        verify(stage.context, abandoned ? times(1) : never()).resetFlow();
    }
}
