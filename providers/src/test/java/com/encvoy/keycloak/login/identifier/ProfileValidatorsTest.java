package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ProfileValidatorsTest {

    private static final String NUMBER = "+491701234567";

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final Attributes attributes = Stub.of(Attributes.class);

    private List<String> problems(SimpleValidator validator, String value, UserProfileContext place, UserModel owner) {
        ValidationContext validation = new UserProfileAttributeValidationContext(
                new AttributeContext(place, stage.session, Map.entry("x", List.of(value)), owner, null, attributes));
        validator.validate(List.of(value), "x", validation, ValidatorConfig.EMPTY);
        return validation.getErrors().stream().map(ValidationError::getMessage).toList();
    }

    @Nested
    @DisplayName("A phone number")
    class PhoneNumber {

        private void belongsTo(UserModel... people) {
            when(stage.session.users().searchForUserByUserAttributeStream(stage.realm, PhoneNumbers.ATTRIBUTE, NUMBER))
                    .thenAnswer(call -> Stream.of(people));
        }

        private List<String> problems(String number, UserProfileContext place) {
            return ProfileValidatorsTest.this.problems(new PhoneNumberValidator(), number, place, ada);
        }

        @BeforeEach
        void belongToNobody() {
            belongsTo();
        }

        @ParameterizedTest
        @CsvSource({
            NUMBER + ",",
            "0170 1234567, encvoyPhoneNumberInvalid",
            "+49 170 1234567, encvoyPhoneNumberInvalid",
            "' ',"
        })
        void isInternationalWithoutSpacesOrNone(String number, String problem) {
            assertThat(problems(number, UserProfileContext.ACCOUNT))
                    .isEqualTo(problem == null ? List.of() : List.of(problem));
        }

        @Test
        void belongsToOnePerson() {
            belongsTo(ada);
            assertThat(problems(NUMBER, UserProfileContext.ACCOUNT)).isEmpty();

            belongsTo(ada, stage.person("eve"));
            assertThat(problems(NUMBER, UserProfileContext.ACCOUNT)).containsExactly("encvoyPhoneNumberTaken");
        }

        @Test
        void isNotTheUserNameOfAnother() {
            UserModel eve = stage.person("eve");
            when(stage.session.users().getUserByUsername(stage.realm, NUMBER)).thenReturn(eve);
            assertThat(problems(NUMBER, UserProfileContext.ACCOUNT)).containsExactly("encvoyPhoneNumberTaken");

            when(stage.session.users().getUserByUsername(stage.realm, NUMBER)).thenReturn(ada);
            assertThat(problems(NUMBER, UserProfileContext.ACCOUNT)).isEmpty();
        }

        @Test
        void isNotSaidToBeTakenInARegistration() {
            belongsTo(stage.person("eve"));

            assertThat(problems(NUMBER, UserProfileContext.REGISTRATION)).isEmpty();
            assertThat(problems("123", UserProfileContext.REGISTRATION)).containsExactly("encvoyPhoneNumberInvalid");
        }
    }

    @Nested
    @DisplayName("A user name")
    class Username {

        private List<String> problems(String name, UserProfileContext place, UserModel owner) {
            return ProfileValidatorsTest.this.problems(new UsernameValidator(), name, place, owner);
        }

        @BeforeEach
        void typeAnAddress() {
            when(attributes.getFirst(UserModel.EMAIL)).thenReturn("eve@example.com");
        }

        @ParameterizedTest
        @CsvSource({
            "eve,",
            "EVE@example.com,",
            "mallory@example.com, encvoyUsernameIsAddress",
            "+49123, encvoyUsernameIsPhoneNumber",
            "' ',"
        })
        void isNeitherAnotherAddressNorAPhoneNumber(String name, String problem) {
            assertThat(problems(name, UserProfileContext.REGISTRATION, null))
                    .isEqualTo(problem == null ? List.of() : List.of(problem));
        }

        @Test
        void staysWhatItIs() {
            when(ada.getUsername()).thenReturn("mallory@example.com");

            assertThat(problems("Mallory@example.com", UserProfileContext.ACCOUNT, ada))
                    .isEmpty();
            assertThat(problems("trent@example.com", UserProfileContext.ACCOUNT, ada))
                    .containsExactly("encvoyUsernameIsAddress");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void mayBeAnAddressThatAnAdministratorGivesInASecondStep(String email) {
            when(attributes.getFirst(UserModel.EMAIL)).thenReturn(email);

            assertThat(problems("mallory@example.com", UserProfileContext.USER_API, null))
                    .isEmpty();
            assertThat(problems("mallory@example.com", UserProfileContext.REGISTRATION, null))
                    .containsExactly("encvoyUsernameIsAddress");
        }

        @Test
        void isCheckedWhereAnAdministratorGivesTheAddressToo() {
            assertThat(problems("mallory@example.com", UserProfileContext.USER_API, null))
                    .containsExactly("encvoyUsernameIsAddress");
        }
    }
}
