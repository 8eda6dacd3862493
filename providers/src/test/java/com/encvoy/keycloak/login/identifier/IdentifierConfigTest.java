package com.encvoy.keycloak.login.identifier;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.login.flow.ProviderConfig;
import com.encvoy.keycloak.stage.RequestSession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class IdentifierConfigTest {

    private final RealmModel realm = Stub.of(RealmModel.class);

    private static IdentifierConfig read(String key, String value) {
        return IdentifierConfig.from(new ProviderConfig("Step 'test'", Map.of(key, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "login, encvoyIdentifier.login",
        "email login, encvoyIdentifier.login.email",
        "'PHONE_NUMBER, email', encvoyIdentifier.email.phone_number",
        "login nickname, encvoyIdentifier.login",
        "nickname, encvoyIdentifier.login.email.phone_number",
        "' ', encvoyIdentifier.login.email.phone_number"
    })
    void theLabelNamesTheFieldsThatMayBeTyped(String text, String label) {
        when(realm.isLoginWithEmailAllowed()).thenReturn(true);

        assertThat(label(text)).isEqualTo(label);
    }

    private String label(String text) {
        return LoginField.label(
                read(IdentifierConfig.ALLOWED_LOGIN_FIELDS, text).fields(), realm);
    }

    @ParameterizedTest
    @CsvSource({
        "login email phone_number, false, false, encvoyIdentifier.login.phone_number",
        "email, false, false, encvoyIdentifier.email",
        "login email phone_number, true, true, encvoyIdentifier.email.phone_number",
        "login, false, true, encvoyIdentifier.email",
        "phone_number, true, true, encvoyIdentifier.phone_number"
    })
    void theLabelNamesOnlyWhatTheRealmAccepts(
            String allowed, boolean withEmail, boolean emailAsUsername, String label) {
        when(realm.isLoginWithEmailAllowed()).thenReturn(withEmail);
        when(realm.isRegistrationEmailAsUsername()).thenReturn(emailAsUsername);

        assertThat(label(allowed)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"DE, DE", "de, DE", "' ', ''", "XX, ''", "Germany, ''"})
    void aRegionIsACountryOrNone(String text, String region) {
        assertThat(read(IdentifierConfig.DEFAULT_REGION, text).defaultRegion()).isEqualTo(region);
    }

    @Test
    void ofARealmAreThoseOfItsEnabledIdentifierSteps() {
        RequestSession session = RequestSession.open();
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setId("flow");
        when(session.realm.getAuthenticationFlowsStream()).thenAnswer(call -> Stream.of(flow));
        when(session.realm.getAuthenticationExecutionsStream("flow"))
                .thenAnswer(call -> Stream.of(
                        step(IdentifierAuthenticatorFactory.PROVIDER_ID, Requirement.REQUIRED, "own"),
                        step(IdentifierAuthenticatorFactory.PROVIDER_ID, Requirement.DISABLED, "own"),
                        step("another", Requirement.REQUIRED, "own"),
                        step(IdentifierAuthenticatorFactory.PROVIDER_ID, Requirement.REQUIRED, null)));
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(Map.of(IdentifierConfig.DEFAULT_REGION, "FR"));
        when(session.realm.getAuthenticatorConfigById("own")).thenReturn(config);

        EnumSet<LoginField> all = EnumSet.allOf(LoginField.class);
        assertThat(IdentifierConfig.allOf(session.realm))
                .containsExactly(new IdentifierConfig(all, "FR"), new IdentifierConfig(all, ""));
    }

    private static AuthenticationExecutionModel step(String provider, Requirement requirement, String config) {
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setAuthenticator(provider);
        step.setRequirement(requirement);
        step.setAuthenticatorConfig(config);
        return step;
    }
}
