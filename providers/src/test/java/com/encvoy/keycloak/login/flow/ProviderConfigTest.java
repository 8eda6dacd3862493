package com.encvoy.keycloak.login.flow;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RequiredActionConfigModel;

import com.encvoy.keycloak.application.option.BooleanOption;
import com.encvoy.keycloak.application.option.IntegerOption;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ProviderConfigTest {

    private final Stage stage = new Stage();

    private static AuthenticatorConfigModel config(String key, String value) {
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(Map.of(key, value));
        return config;
    }

    @ParameterizedTest
    @CsvSource({"' DE ', DE", "' ', none", ", none"})
    void aTextThatIsBlankCountsAsTheDefault(String value, String text) {
        ProviderConfig options = new ProviderConfig("here", value == null ? null : Map.of("region", value));

        assertThat(options.text("region", "none")).isEqualTo(text);
    }

    @Test
    void readsNumbersAndFlags() {
        ProviderConfig options = new ProviderConfig("here", Map.of("number", "3", "flag", "false"));

        assertThat(options.number(new IntegerOption("number", "", "", 1, 1, 5))).isEqualTo(3);
        assertThat(options.flag(new BooleanOption("flag", "", "", true))).isFalse();
        assertThat(options.number(new IntegerOption("unset", "", "", 1, 1, 5))).isEqualTo(1);
        assertThat(options.flag(new BooleanOption("unset", "", "", true))).isTrue();
    }

    @Test
    void ofARunningStepIsWhatTheFlowHasRead() {
        when(stage.context.getAuthenticatorConfig()).thenReturn(config("region", "DE"));
        ProviderConfig options = ProviderConfig.of(stage.context);

        assertThat(options.text("region", "")).isEqualTo("DE");
        assertThat(options.where()).isEqualTo("Step 'encvoy-test' of realm 'demo'");
    }

    @Test
    void ofAnotherStepIsLookedUpInTheRealm() {
        stage.step.setAuthenticatorConfig("config-id");
        when(stage.realm.getAuthenticatorConfigById("config-id")).thenReturn(config("region", "DE"));

        assertThat(ProviderConfig.of(stage.realm, stage.step).text("region", ""))
                .isEqualTo("DE");
    }

    @Test
    void ofAStepWithoutSettingsIsTheDefaults() {
        assertThat(ProviderConfig.of(stage.context).text("region", "none")).isEqualTo("none");
        assertThat(ProviderConfig.of(stage.realm, stage.step).text("region", "none"))
                .isEqualTo("none");
    }

    @Test
    void ofARequiredActionNamesTheAction() {
        RequiredActionContext context = Stub.of(RequiredActionContext.class);
        when(context.getRealm()).thenReturn(stage.realm);
        when(context.getAction()).thenReturn("encvoy-verify-email");
        assertThat(ProviderConfig.of(context).text("region", "none")).isEqualTo("none");

        RequiredActionConfigModel config = new RequiredActionConfigModel();
        config.setConfig(Map.of("region", "DE"));
        when(context.getConfig()).thenReturn(config);

        assertThat(ProviderConfig.of(context).text("region", "none")).isEqualTo("DE");
        assertThat(ProviderConfig.of(context).where())
                .isEqualTo("Required action 'encvoy-verify-email' of realm 'demo'");
    }
}
