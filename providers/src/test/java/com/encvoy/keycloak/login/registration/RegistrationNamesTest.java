package com.encvoy.keycloak.login.registration;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.Attributes;

import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class RegistrationNamesTest {

    private final Stage stage = new Stage();

    private RegistrationNames names(String username, String email) {
        return new RegistrationNames(stage.session, username, email);
    }

    @ParameterizedTest
    @CsvSource({"false, ' ada ', ada", "true, ada, ada@example.com", "false,, ''"})
    void areThoseOfTheForm(boolean addressAsName, String typed, String username) {
        FormContext context = Stub.of(FormContext.class);
        when(context.getHttpRequest()).thenReturn(stage.session.request);
        when(context.getSession()).thenReturn(stage.session);
        when(context.getRealm()).thenReturn(stage.realm);
        when(stage.realm.isRegistrationEmailAsUsername()).thenReturn(addressAsName);
        stage.session.form.putSingle("username", typed);
        stage.session.form.putSingle("email", " ada@example.com ");

        assertThat(RegistrationNames.of(context)).isEqualTo(names(username, "ada@example.com"));
    }

    @Test
    void tellWhetherTheUserNameIsTheAddress() {
        assertThat(names("ADA@example.com", "ada@example.com").isUsernameTheAddress())
                .isTrue();
        assertThat(names("ada", "ada@example.com").isUsernameTheAddress()).isFalse();
    }

    @Test
    void tellWhetherTheAddressIsTheUserNameOfAnother() {
        UserModel other = Person.named("other");
        when(stage.session.users().getUserByUsername(stage.realm, "ada@example.com"))
                .thenReturn(other);

        assertThat(names("ada", "ada@example.com").isAddressNameOfOther()).isTrue();
        verify(stage.session.users()).getUserByUsername(any(), startsWith("unknown-"));
        assertThat(names("ada", "free@example.com").isAddressNameOfOther()).isFalse();
        assertThat(names("ada", "").isAddressNameOfOther()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ada, emailExistsMessage, true",
        "ada, usernameExistsMessage, false",
        "ada@example.com, usernameExistsMessage, true",
        "ada@example.com, invalidEmailMessage, false"
    })
    void tellWhichMessageGivesAwayThatTheAddressIsTaken(String username, String message, boolean gives) {
        assertThat(names(username, "ada@example.com").isAboutTakenAddress(new FormMessage("email", message)))
                .isEqualTo(gives);
    }

    @Nested
    @DisplayName("The messages of a form")
    class Messages {

        private final FormMessage taken = new FormMessage("email", "emailExistsMessage");
        private final FormMessage exists = new FormMessage("username", "usernameExistsMessage");
        private final FormMessage missing = new FormMessage("lastName", "missing");

        private List<String> shown(RegistrationNames names) {
            return names.withProblem(List.of(taken, exists, missing), message -> message == taken).stream()
                    .map(FormMessage::getMessage)
                    .toList();
        }

        @Test
        void areThoseThatAreNotHidden() {
            assertThat(shown(names("ada", "ada@example.com"))).containsExactly("usernameExistsMessage", "missing");
            assertThat(shown(names("", "ada@example.com"))).containsExactly("usernameExistsMessage", "missing");
        }

        @Test
        void sayTheSameOfAUserNameThatBelongsToAnotherPersonWhetherThereIsOneOrNot() {
            assertThat(shown(names("eve@example.com", "ada@example.com")))
                    .containsExactly("encvoyUsernameIsAddress", "missing");
        }
    }

    @Nested
    @DisplayName("A name that is held")
    class Held {

        private final Attributes attributes = Stub.of(Attributes.class);
        private final UserModel holder = Person.named("holder");

        @BeforeEach
        void typeAttributes() {
            when(attributes.getWritable())
                    .thenReturn(Map.of(
                            "username", List.of("ada"),
                            "email", List.of("ada@example.com"),
                            "firstName", List.of("Ada", " "),
                            "lastName", List.of("")));
            when(stage.session.users().addUser(any(), any())).thenReturn(holder);
        }

        private UserModel hold(RegistrationNames names) {
            return HeldName.hold(stage.session, names, attributes);
        }

        @Test
        void isThatOfAnEnabledAccountWithoutTheAddress() {
            assertThat(hold(names("ada", "ada@example.com"))).isSameAs(holder);

            verify(stage.session.users()).addUser(stage.realm, "ada");
            verify(holder).setEnabled(true);
            verify(holder).setSingleAttribute("encvoy.claimed_email", "ada@example.com");
            verify(holder).setAttribute("firstName", List.of("Ada"));
            for (String name : Set.of("username", "email", "lastName")) {
                verify(holder, never()).setAttribute(eq(name), any());
            }
        }

        @Test
        void isAnotherWhereItWouldBeTheAddress() {
            hold(names("ada@example.com", "ada@example.com"));

            verify(stage.session.users()).addUser(any(), startsWith("held-"));
        }
    }
}
