package com.encvoy.keycloak.login.identifier;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

import com.encvoy.keycloak.login.flow.Identifier;
import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

class UserSearchTest {

    private static final Set<LoginField> ALL = EnumSet.allOf(LoginField.class);

    private final Stage stage = new Stage();
    private final UserProvider users = stage.session.users();
    private final UserSearch search = new UserSearch(stage.session, stage.realm);
    private final UserModel ada = stage.person("ada");

    @BeforeEach
    void allowAddresses() {
        when(stage.realm.isLoginWithEmailAllowed()).thenReturn(true);
        haveThisNumber();
    }

    private void haveThisNumber(UserModel... people) {
        when(users.searchForUserByUserAttributeStream(stage.realm, PhoneNumbers.ATTRIBUTE, "+491701234567"))
                .thenAnswer(call -> Stream.of(people));
    }

    private Optional<UserModel> find(String typed, Set<LoginField> fields) {
        return search.find(Identifier.of(typed), new IdentifierConfig(fields, "DE"));
    }

    @Nested
    @DisplayName("A person is found")
    class Found {

        @Test
        void byUserNameWhereThatMayBeTyped() {
            assertThat(find("ada", ALL)).contains(ada);
            assertThat(find("ada", EnumSet.of(LoginField.EMAIL))).isEmpty();
        }

        @Test
        void byAddressWhereThatMayBeTyped() {
            assertThat(find("ADA@example.com", ALL)).contains(ada);
            assertThat(find("ada@example.com", EnumSet.of(LoginField.LOGIN))).isEmpty();
            when(stage.realm.isLoginWithEmailAllowed()).thenReturn(false);
            assertThat(find("ada@example.com", ALL)).isEmpty();
        }

        @Test
        void byPhoneNumberWhereThatMayBeTyped() {
            haveThisNumber(ada);

            assertThat(find("0170 1234567", ALL)).contains(ada);
            assertThat(find("+49 170 1234567", ALL)).contains(ada);
            assertThat(find("0170 1234567", EnumSet.of(LoginField.LOGIN))).isEmpty();
            assertThat(search.find(Identifier.of("0170 1234567"), new IdentifierConfig(ALL, "")))
                    .isEmpty();
        }

        @Test
        void byUserNameRatherThanByAddress() {
            UserModel other = Person.named("other");
            when(users.getUserByUsername(stage.realm, "ada@example.com")).thenReturn(other);

            assertThat(find("ada@example.com", ALL)).contains(other);
            verify(users).getUserByEmail(stage.realm, "ada@example.com");
        }
    }

    @Nested
    @DisplayName("No user is found")
    class NotFound {

        @Test
        void withoutAnIdentifierOrWithOneThatIsTooLong() {
            assertThat(find("", ALL)).isEmpty();
            assertThat(find("a".repeat(256), ALL)).isEmpty();
            verify(users, never()).getUserByUsername(any(), any());
        }

        @Test
        void behindAServiceAccount() {
            when(ada.getServiceAccountClientLink()).thenReturn("client-id");

            assertThat(find("ada", ALL)).isEmpty();
        }

        @Test
        void whereSeveralPeopleHaveTheAddress() {
            when(users.getUserByEmail(stage.realm, "ada@example.com")).thenThrow(new ModelDuplicateException("two"));

            assertThat(find("ada@example.com", ALL)).isEmpty();
        }

        @Test
        void whereSeveralPeopleHaveThePhoneNumber() {
            haveThisNumber(ada, Person.named("eve"));

            assertThat(find("+491701234567", ALL)).isEmpty();
        }

        @Test
        void whereNoOneHasThePhoneNumber() {
            assertThat(find("+491701234567", ALL)).isEmpty();
        }
    }

    @Nested
    @DisplayName("A search that is settled")
    class Settled {

        @Test
        void hasLookedForAnUnknownNameForEachThatIsKnown() {
            find("ada", ALL);
            verify(users, never()).getUserByUsername(eq(stage.realm), matches("unknown-.*"));

            search.settle();
            search.settle();

            verify(users).getUserByUsername(eq(stage.realm), matches("unknown-.+"));
        }

        @Test
        void hasLookedForAnUnknownAddressForEachThatIsKnown() {
            find("ada@example.com", ALL);
            search.settle();

            verify(users).getUserByEmail(eq(stage.realm), matches("unknown-.+@invalid"));
            verify(users, never()).getUserByUsername(eq(stage.realm), matches("unknown-.*"));
        }

        @Test
        void hasNothingLeftToLookForWhereNoneIsKnown() {
            find("unknown", ALL);
            clearInvocations(users);
            search.settle();

            verifyNoInteractions(users);
        }
    }
}
