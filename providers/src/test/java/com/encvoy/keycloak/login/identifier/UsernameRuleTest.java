package com.encvoy.keycloak.login.identifier;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;

import com.encvoy.keycloak.stage.RequestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class UsernameRuleTest {

    private final RequestSession session = RequestSession.open();
    private final AuthenticatorConfigModel config = new AuthenticatorConfigModel();

    @BeforeEach
    void haveAnIdentifierStep() {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setId("flow");
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setAuthenticator(IdentifierAuthenticatorFactory.PROVIDER_ID);
        step.setRequirement(Requirement.REQUIRED);
        step.setAuthenticatorConfig("config");
        when(session.realm.getAuthenticationFlowsStream()).thenAnswer(call -> Stream.of(flow));
        when(session.realm.getAuthenticationExecutionsStream("flow")).thenAnswer(call -> Stream.of(step));
        when(session.realm.getAuthenticatorConfigById("config")).thenReturn(config);
    }

    private void useRegion(String region) {
        config.setConfig(Map.of(IdentifierConfig.DEFAULT_REGION, region));
    }

    @ParameterizedTest
    @CsvSource({
        "ada,,",
        "ada@example.com, ADA@example.com,",
        "ada@example.com, eve@example.com, encvoyUsernameIsAddress",
        "ada@example.com,, encvoyUsernameIsAddress",
        "+4912345, ada@example.com, encvoyUsernameIsPhoneNumber",
        "+4912345a,,"
    })
    void aUserNameIsNoAddressButItsOwnAndNoInternationalNumber(String username, String email, String problem) {
        useRegion("");

        assertThat(UsernameRule.problem(session, username, email).orElse(null)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"DE, 0170 1234567, true", "DE, 12345, false", "'', 0170 1234567, false", "'', 00491701234567, true"})
    void aUserNameIsNoNumberOfARegionOfTheLoginPage(String region, String username, boolean refused) {
        useRegion(region);

        assertThat(UsernameRule.problem(session, username, null).isPresent()).isEqualTo(refused);
    }

    @Test
    void aUserNameOfDigitsIsFineWhereNoPhoneNumbersAreTyped() {
        when(session.realm.getAuthenticationFlowsStream()).thenAnswer(call -> Stream.empty());

        assertThat(UsernameRule.problem(session, "01701234567", null)).isEmpty();
    }
}
