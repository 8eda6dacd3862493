package com.encvoy.keycloak.login.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.mockito.ArgumentCaptor;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class NormalizingUserProfilesTest {

    private static final String NUMBER = "+491701234567";

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final UserProfileProvider keycloak = Stub.of(UserProfileProvider.class);
    private final NormalizingUserProfiles profiles = new NormalizingUserProfiles(stage.session, keycloak);
    private final UPConfig config = new UPConfig();

    @BeforeEach
    void haveAPhoneNumber() {
        UPAttribute phone = new UPAttribute("phone_number");
        phone.addValidation(PhoneNumberValidator.ID, Map.of());
        phone.setPermissions(new UPAttributePermissions(Set.of("user"), Set.of("user", "admin")));
        config.addOrReplaceAttribute(phone);
        config.addOrReplaceAttribute(new UPAttribute("extension", new UPAttributePermissions()));
        when(keycloak.getConfiguration()).thenReturn(config);
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setId("flow");
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setAuthenticator(IdentifierAuthenticatorFactory.PROVIDER_ID);
        step.setRequirement(Requirement.REQUIRED);
        step.setAuthenticatorConfig("config");
        AuthenticatorConfigModel options = new AuthenticatorConfigModel();
        options.setConfig(Map.of(IdentifierConfig.DEFAULT_REGION, "DE"));
        when(stage.realm.getAuthenticationFlowsStream()).thenAnswer(call -> Stream.of(flow));
        when(stage.realm.getAuthenticationExecutionsStream("flow")).thenAnswer(call -> Stream.of(step));
        when(stage.realm.getAuthenticatorConfigById("config")).thenReturn(options);
    }

    @SuppressWarnings("unchecked") // Mockito knows no generic types.
    private Map<String, Object> handedOn(Map<String, ?> attributes) {
        profiles.create(UserProfileContext.ACCOUNT, attributes, ada);
        ArgumentCaptor<Map<String, Object>> handed = ArgumentCaptor.forClass(Map.class);
        verify(keycloak).create(eq(UserProfileContext.ACCOUNT), handed.capture(), eq(ada));
        return handed.getValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 170 1234567", "+49 (170) 123-4567", "0049 170 1234567", "0170/1234567", NUMBER})
    void aPhoneNumberIsStoredInOneFormat(String typed) {
        assertThat(handedOn(Map.of("phone_number", List.of(typed), "firstName", List.of("Ada"))))
                .isEqualTo(Map.of("phone_number", List.of(NUMBER), "firstName", List.of("Ada")));
    }

    @Test
    void aSingleTextAndKeycloaksLongNameOfAnAttributeAreUnderstood() {
        assertThat(handedOn(Map.of("user.attributes.phone_number", "0170 1234567")))
                .isEqualTo(Map.of("user.attributes.phone_number", List.of(NUMBER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "0170 1234567 or mail", "ada"})
    void whatIsNoPhoneNumberStays(String typed) {
        assertThat(handedOn(Map.of("phone_number", List.of(typed)))).containsEntry("phone_number", List.of(typed));
    }

    @Test
    void otherAttributesStayAndSoDoMissingValues() {
        Map<String, List<String>> attributes = Map.of(
                "extension", List.of("0170 1234567"),
                "unknown", List.of("0170 1234567"),
                "phone_number", Arrays.asList((String) null));

        assertThat(handedOn(attributes)).isEqualTo(attributes);
    }

    @Test
    void aNumberThatThePersonMayNotEditStaysAsItIsStored() {
        config.getAttribute("phone_number").setPermissions(new UPAttributePermissions(Set.of("user"), Set.of("admin")));

        assertThat(handedOn(Map.of("phone_number", List.of("0170 1234567"))))
                .containsEntry("phone_number", List.of("0170 1234567"));
    }

    @Test
    void aNewUserIsNoException() {
        UserProfile profile = Stub.of(UserProfile.class);
        when(keycloak.create(UserProfileContext.REGISTRATION, Map.of("phone_number", List.of(NUMBER))))
                .thenReturn(profile);

        assertThat(profiles.create(UserProfileContext.REGISTRATION, Map.of("phone_number", List.of("0170 1234567"))))
                .isSameAs(profile);
    }

    @Test
    void theConfigurationIsNotReadWithoutANumberThatChanges() {
        profiles.create(UserProfileContext.ACCOUNT, Map.of("phone_number", List.of(NUMBER)), ada);
        profiles.create(UserProfileContext.ACCOUNT, null, ada);

        verify(keycloak, never()).getConfiguration();
        verify(keycloak).create(eq(UserProfileContext.ACCOUNT), eq(null), any());
    }
}
