package com.encvoy.keycloak.login.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.mockito.ArgumentCaptor;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class RequiredFieldsTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final UPConfig profile = new UPConfig();
    private final UserProfileProvider profiles = Stub.of(UserProfileProvider.class);
    private final UserProfile updated = Stub.of(UserProfile.class);

    @BeforeEach
    void haveAProfile() {
        profile.setAttributes(new ArrayList<>());
        when(stage.session.getProvider(UserProfileProvider.class)).thenReturn(profiles);
        when(profiles.getConfiguration()).thenReturn(profile);
        when(profiles.create(any(), any(), any())).thenReturn(updated);
        shows("id", "login", "email", "nickname");
    }

    private void shows(String... fields) {
        when(ada.getAttributeStream(ReleasePolicy.ATTRIBUTE)).thenAnswer(call -> Stream.of(fields));
    }

    private RequiredFields fields(String required) {
        when(stage.client.getAttribute("encvoy.required_fields")).thenReturn(required);
        return new RequiredFields(stage.session, stage.client, ada);
    }

    private void mayEdit(String attribute, String role) {
        profile.addOrReplaceAttribute(
                new UPAttribute(attribute, new UPAttributePermissions(Set.of("admin"), Set.of(role))));
    }

    @Nested
    @DisplayName("A field is hidden")
    class Hidden {

        @Test
        void whereThePersonKeepsItPrivate() {
            assertThat(fields("email nickname picture").hidden()).containsExactly("picture");
        }

        @Test
        void whereItIsACustomFieldThatIsPrivate() {
            shows("department");

            assertThat(fields("custom_fields.department custom_fields.floor").hidden())
                    .containsExactly("custom_fields.floor");
        }

        @Test
        void untilItIsMadePublicAndNothingElseWithIt() {
            fields("picture custom_fields.floor email").makePublic();

            ArgumentCaptor<List<String>> names = ArgumentCaptor.captor();
            verify(ada).setAttribute(eq(ReleasePolicy.ATTRIBUTE), names.capture());
            assertThat(names.getValue())
                    .containsExactlyInAnyOrder("id", "login", "email", "nickname", "picture", "floor");
        }
    }

    @Nested
    @DisplayName("A field is missing")
    class Missing {

        @Test
        void whereItHasNoValueAndThePersonMayEditIt() {
            mayEdit("nickname", "user");

            assertThat(fields("nickname").missing()).containsExactly("nickname");
            when(ada.getFirstAttribute("nickname")).thenReturn(" ");
            assertThat(fields("nickname").missing()).containsExactly("nickname");
        }

        @Test
        void butNotWhereItHasAValue() {
            mayEdit("nickname", "user");
            when(ada.getFirstAttribute("nickname")).thenReturn("Countess");

            assertThat(fields("nickname").missing()).isEmpty();
        }

        @Test
        void butNotWhereOnlyAnAdministratorMayEditIt() {
            mayEdit("nickname", "admin");

            assertThat(fields("nickname").missing()).isEmpty();
        }

        @Test
        void butNotWhereNoPermissionsAreSet() {
            UPAttribute attribute = new UPAttribute("nickname");
            attribute.setPermissions(null);
            profile.addOrReplaceAttribute(attribute);

            assertThat(fields("nickname").missing()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(UnmanagedAttributePolicy.class)
        void whereTheProfileDoesNotNameItButAllowsPeopleMore(UnmanagedAttributePolicy policy) {
            profile.setUnmanagedAttributePolicy(policy);

            assertThat(fields("nickname").missing().isEmpty()).isEqualTo(policy != UnmanagedAttributePolicy.ENABLED);
        }

        @ParameterizedTest
        @CsvSource({"given_name, firstName", "family_name, lastName", "login, username"})
        void whereTheAttributeOfItsNameIs(String field, String attribute) {
            mayEdit(attribute, "user");

            assertThat(fields(field).missing()).containsExactly(field);
            when(ada.getFirstAttribute(attribute)).thenReturn("Ada");
            assertThat(fields(field).missing()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', true", "email, true", "email nickname, false", "email picture, false"})
    void areSatisfiedWhereNoneIsHiddenOrMissing(String required, boolean satisfied) {
        mayEdit("nickname", "user");
        when(ada.getFirstAttribute("email")).thenReturn("ada@example.com");

        assertThat(fields(required).isSatisfied()).isEqualTo(satisfied);
    }

    @Test
    void areStoredWhereMissingAndFilledIn() {
        mayEdit("nickname", "user");
        mayEdit("email", "user");
        when(ada.getAttributes()).thenReturn(Map.of("username", List.of("ada")));

        fields("nickname email").save(Map.of("nickname", " Countess ", "email", " ", "picture", "x"));

        verify(profiles)
                .create(
                        UserProfileContext.USER_API,
                        Map.of("username", List.of("ada"), "nickname", List.of("Countess")),
                        ada);
        verify(updated).update(false);
        verify(ada, never()).setEmailVerified(false);
    }

    @Test
    void makeANewAddressOneThatIsNotVerified() {
        mayEdit("email", "user");

        fields("email").save(Map.of("email", "ada@example.com"));

        verify(ada).setEmailVerified(false);
    }

    @ParameterizedTest
    @CsvSource({"nickname, encvoyNickname", "custom_fields.floor, floor", "login, username"})
    void areNamedByAMessageOrByThemselves(String field, String label) {
        assertThat(RequiredFields.label(field)).isEqualTo(label);
    }
}
