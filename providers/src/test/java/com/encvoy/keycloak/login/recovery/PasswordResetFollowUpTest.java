package com.encvoy.keycloak.login.recovery;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;
import org.keycloak.storage.ReadOnlyException;

import com.encvoy.keycloak.login.flow.SupersededLogin;
import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class PasswordResetFollowUpTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final PasswordResetFollowUp followUp = new PasswordResetFollowUp(stage.session, stage.login);

    private void assertStamped(boolean stamped) {
        verify(ada, stamped ? times(1) : never()).setSingleAttribute(eq(SupersededLogin.RECOVERED_AT), any());
    }

    @Nested
    @DisplayName("A new password")
    class NewPassword {

        @Test
        void hasADateOfItsOwn() {
            Person.setPassword(ada, "first", 1000);

            PasswordResetFollowUp.replaced(ada);

            assertStamped(false);
            verify(ada).removeAttribute(UserModel.EMAIL_PENDING);
        }

        @Test
        void isDatedHereWhereItIsOfADirectory() {
            PasswordResetFollowUp.replaced(ada);

            assertStamped(true);
            verify(ada).removeAttribute(UserModel.EMAIL_PENDING);
        }

        @Test
        void ofARecoveryIsDatedHereToo() {
            Person.setPassword(ada, "first", 1000);
            PasswordResetFollowUp.schedule(stage.login, false, false);

            followUp.note(ada);

            assertStamped(true);
        }

        @Test
        void ofAnotherLoginIsNot() {
            Person.setPassword(ada, "first", 1000);

            followUp.note(ada);

            assertStamped(false);
        }

        @Test
        void doesNotSupersedeTheLoginThatHasSetIt() {
            SupersededLogin.noteFirstProof(stage.login, ada);
            Person.setPassword(ada, "second", 2000);

            followUp.note(ada);

            assertThat(SupersededLogin.isIn(stage.login, ada)).isFalse();
        }

        @Test
        void isAcceptedOfAPersonWhoCannotBeChanged() {
            doThrow(new ReadOnlyException("directory")).when(ada).setSingleAttribute(any(), any());
            doThrow(new ReadOnlyException("directory")).when(ada).removeAttribute(any());

            assertThatCode(() -> PasswordResetFollowUp.replaced(ada)).doesNotThrowAnyException();
        }
    }

    @Nested
    @DisplayName("What follows")
    class Following {

        private final UserSessionModel own = session("own");

        private UserSessionModel session(String id) {
            UserSessionModel session = Stub.of(UserSessionModel.class);
            when(session.getId()).thenReturn(id);
            when(session.getUser()).thenReturn(ada);
            return session;
        }

        @BeforeEach
        void signIn() {
            RootAuthenticationSessionModel root = Stub.of(RootAuthenticationSessionModel.class);
            when(root.getId()).thenReturn("own");
            when(stage.session.getContext().resolveLocale(ada)).thenReturn(Locale.ENGLISH);
            when(stage.login.getParentSession()).thenReturn(root);
            when(stage.session.sessions().getUserSessionsStream(stage.realm, ada))
                    .thenAnswer(call -> Stream.of(own));
            when(stage.session.sessions().getOfflineUserSessionsStream(stage.realm, ada))
                    .thenAnswer(call -> Stream.empty());
        }

        private boolean asksForSessions() {
            followUp.execute(ada);
            return mockingDetails(stage.session.sessions()).getInvocations().stream()
                    .anyMatch(call -> call.getMethod().getName().equals("getUserSessionsStream"));
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void isTheEndOfOtherSessionsWhereScheduled(boolean ends) {
            PasswordResetFollowUp.schedule(stage.login, ends, false);

            assertThat(asksForSessions()).isEqualTo(ends);
        }

        @Test
        void isNothingWhereNothingWasScheduled() {
            assertThat(asksForSessions()).isFalse();
            assertThat(stage.session.isAnythingLeft()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"true, ada@example.com, true", "true, ' ', false", "false, ada@example.com, false"})
        void isAMailWhereScheduledAndThereIsAnAddress(boolean notify, String email, boolean sent) {
            when(ada.getEmail()).thenReturn(email);
            PasswordResetFollowUp.schedule(stage.login, false, notify);

            followUp.execute(ada);

            assertThat(stage.session.isAnythingLeft()).isEqualTo(sent);
        }

        @Test
        void followsOnce() {
            PasswordResetFollowUp.schedule(stage.login, true, true);
            followUp.execute(ada);
            stage.session.forget();

            followUp.execute(ada);

            assertThat(stage.session.isAnythingLeft()).isFalse();
        }
    }
}
