package com.encvoy.keycloak.login.flow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class FlowKindTest {

    private final Stage stage = new Stage();

    @ParameterizedTest
    @CsvSource({"browser, LOGIN", "first broker login, LOGIN", "registration, REGISTRATION", "recovery, RECOVERY"})
    void isThatOfTheFlowAtTheTop(String flow, FlowKind kind) {
        stage.isIn(flow);

        assertThat(FlowKind.of(stage.context)).isEqualTo(kind);
    }

    @Test
    void isALoginInARealmWithoutTheOtherFlows() {
        when(stage.realm.getRegistrationFlow()).thenReturn(null);
        when(stage.realm.getResetCredentialsFlow()).thenReturn(null);
        stage.isIn("registration");

        assertThat(FlowKind.of(stage.context)).isEqualTo(FlowKind.LOGIN);
    }
}
