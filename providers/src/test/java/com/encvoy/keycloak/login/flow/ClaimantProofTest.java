package com.encvoy.keycloak.login.flow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class ClaimantProofTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isEnabledAsTheAccountIs(boolean enabled) {
        stage.isSignedIn(ada);
        when(ada.isEnabled()).thenReturn(enabled);

        assertThat(Claimant.of(stage.context).isEnabled()).isEqualTo(enabled);
    }

    @Test
    void isNotEnabledWhereUnknown() {
        assertThat(Claimant.of(stage.context).isEnabled()).isFalse();
    }

    @Test
    void isNamedInTheEventOfAFailure() {
        Claimant.remember(stage.context, Identifier.of("0170 1234567"));
        stage.isSignedIn(ada);

        Claimant.of(stage.context).fireError("invalid_user_credentials");

        verify(stage.event).detail("username", "0170 1234567");
        verify(stage.event).user(ada);
        verify(stage.event).error("invalid_user_credentials");
    }

    @Test
    void isNotNamedInTheEventWhereUnknown() {
        Claimant.of(stage.context).fireError("user_not_found");

        verify(stage.event, never()).user(any(UserModel.class));
        verify(stage.event).error("user_not_found");
    }

    @Test
    void isKnownToTheFlowWithTheFirstProof() {
        stage.isSignedIn(ada);
        Claimant claimant = Claimant.of(stage.context);
        stage.isSignedIn(null);

        claimant.authenticate();

        assertThat(stage.context.getUser()).isSameAs(ada);
        assertThat(SupersededLogin.isIn(stage.login, ada)).isFalse();
        when(ada.getEmail()).thenReturn("lovelace@example.com");
        assertThat(SupersededLogin.isIn(stage.login, ada)).isTrue();
    }
}
