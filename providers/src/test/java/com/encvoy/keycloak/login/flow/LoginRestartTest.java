package com.encvoy.keycloak.login.flow;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class LoginRestartTest {

    private final Stage stage = new Stage();

    @Test
    void ofASupersededLoginLeavesTheBrowserSignedIn() {
        assertThat(location(new LoginRestart(stage.session, stage.login).keepingSession()))
                .startsWith("https://id.example/realms/demo/login-actions/restart?")
                .contains("skip_logout=true", "client_id=sentry", "tab_id=tab");
    }

    @Test
    void asAnotherPersonEndsTheSession() {
        assertThat(location(AccountSwitch.redirect(stage.context)))
                .startsWith("https://id.example/realms/demo/login-actions/restart?")
                .contains("skip_logout=false", "client_id=sentry", "tab_id=tab");
    }

    private static String location(Response response) {
        assertThat(response.getStatus()).isEqualTo(303);
        return response.getLocation().toString();
    }

    @ParameterizedTest
    @CsvSource({"other, true", "continue, false", "'', false", ", false"})
    void asAnotherPersonIsChosenInTheForm(String choice, boolean chosen) {
        if (choice != null) {
            stage.session.form.putSingle(AccountSwitch.CHOICE, choice);
        }

        assertThat(AccountSwitch.isChosen(stage.session.request)).isEqualTo(chosen);
    }
}
