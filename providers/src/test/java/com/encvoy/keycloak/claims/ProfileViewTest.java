package com.encvoy.keycloak.claims;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ProfileViewTest {

    private static final URI SERVER = URI.create("https://id.example.com/auth/");

    private final MemoryUser ada = new MemoryUser("ada");

    private ProfileView with(String attribute, String... values) {
        return new ProfileView(ada.with(attribute, values));
    }

    @Test
    void whatIsMissingBlankOrTooLongCountsAsNotStored() {
        assertThat(new ProfileView(ada).nickname()).isEmpty();
        assertThat(with("nickname").nickname()).isEmpty();
        assertThat(with("nickname", " ").nickname()).isEmpty();
        assertThat(with("nickname", "x".repeat(2001)).nickname()).isEmpty();
        assertThat(with("nickname", "x".repeat(2000)).nickname()).isPresent();
        assertThat(with("nickname", "Countess", "Ada").nickname()).contains("Countess");
    }

    @Test
    void everyFieldIsThatOfItsAttribute() {
        ada.with("firstName", "Ada")
                .with("lastName", "Lovelace")
                .with("locale", "de")
                .withVerifiedEmail("ada@example.com");
        ProfileView person = new ProfileView(ada);

        assertThat(person.login()).isEqualTo("ada");
        assertThat(person.givenName()).contains("Ada");
        assertThat(person.familyName()).contains("Lovelace");
        assertThat(person.locale()).contains("de");
        assertThat(person.email()).contains("ada@example.com");
        assertThat(person.isEmailVerified()).isTrue();
        ada.setEmailVerified(false);
        assertThat(person.isEmailVerified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "TRUE,", "1,", "yes,"})
    void aFlagIsTrueOrFalse(String value, Boolean expected) {
        assertThat(with("email_public", value).flag("email_public").orElse(null))
                .isEqualTo(expected);
    }

    @Nested
    @DisplayName("phone numbers")
    class PhoneNumbers {

        @ParameterizedTest
        @ValueSource(strings = {"+4930123456", "+1234567", "+123456789012345"})
        void areInTheFormE164(String number) {
            assertThat(with("phone_number", number).phoneNumber()).contains(number);
        }

        @ParameterizedTest
        @ValueSource(strings = {"4930123456", "+04930123456", "+123456", "+1234567890123456", "+49 30 123456", "+"})
        void inAnotherFormAreNone(String number) {
            assertThat(with("phone_number", number).phoneNumber()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"+4930123456, true", "+4930123457, false", "true, false"})
        void areVerifiedWhereThatVeryNumberWas(String verified, boolean expected) {
            ada.with("phone_number", "+4930123456");

            assertThat(with("phone_number_verified", verified).isPhoneNumberVerified())
                    .isEqualTo(expected);
        }

        @Test
        void thatAreNoneAreNotVerified() {
            assertThat(with("phone_number_verified", "+4930123456").isPhoneNumberVerified())
                    .isFalse();
            assertThat(with("phone_number", "+4930123456", "x").isPhoneNumberVerified())
                    .isTrue();
            ada.with("phone_number_verified", "123");
            assertThat(with("phone_number", "123").isPhoneNumberVerified()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1815-12-10, 1815-12-10",
        "1815-12-10T00:00:00Z, 1815-12-10",
        "2024-02-29, 2024-02-29",
        "2023-02-29,",
        "10.12.1815,",
        "1815-12-1,",
        "+815-12-10,"
    })
    void aDateOfBirthIsADay(String stored, String expected) {
        assertThat(with("birthdate", stored).birthdate().orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://img.example.com/a.png, https://img.example.com/a.png",
        "HTTP://img.example.com/a.png, HTTP://img.example.com/a.png",
        "/a.png, https://id.example.com/a.png",
        "a.png, https://id.example.com/auth/a.png",
        "//img.example.com/a.png, https://img.example.com/a.png",
        "javascript:alert(1),",
        "'data:image/png;base64,AAAA',",
        "ftp://img.example.com/a.png,",
        "https:///a.png,",
        "a b.png,"
    })
    void aPictureHasAnAddressThatBrowsersLoad(String stored, String expected) {
        assertThat(with("picture", stored).picture(SERVER).orElse(null)).isEqualTo(expected);
    }

    @Nested
    @DisplayName("the password")
    class Password {

        private final SubjectCredentialManager credentials = Stub.of(SubjectCredentialManager.class);
        private final UserModel user = Stub.of(UserModel.class);

        private ProfileView setAt(Long time) {
            CredentialModel password = new CredentialModel();
            password.setCreatedDate(time);
            when(user.credentialManager()).thenReturn(credentials);
            when(credentials.getStoredCredentialsByTypeStream("password"))
                    .thenAnswer(call -> List.of(password).stream());
            return new ProfileView(user);
        }

        @Test
        void wasSetAtATimeInIso8601() {
            assertThat(setAt(1_700_000_000_000L).passwordUpdatedAt()).contains("2023-11-14T22:13:20Z");
        }

        @Test
        void maySayNoTime() {
            assertThat(setAt(null).passwordUpdatedAt()).isEmpty();
        }

        @Test
        void hasToBeChangedWhereThatActionIsRequired() {
            ada.addRequiredAction("VERIFY_EMAIL");
            assertThat(new ProfileView(ada).mustChangePassword()).isFalse();
            ada.addRequiredAction("UPDATE_PASSWORD");
            assertThat(new ProfileView(ada).mustChangePassword()).isTrue();
        }
    }
}
