package com.encvoy.keycloak.login.flow;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class SupersededLoginTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");

    @BeforeEach
    void proveOnce() {
        Person.setPassword(ada, "first", 1000);
        SupersededLogin.noteFirstProof(stage.login, ada);
    }

    private boolean isSuperseded() {
        return SupersededLogin.isIn(stage.login, ada);
    }

    private void enableKeycloaksLink(boolean enabled) {
        RequiredActionProviderModel link = new RequiredActionProviderModel();
        link.setEnabled(enabled);
        when(stage.realm.getRequiredActionProviderByAlias("VERIFY_EMAIL")).thenReturn(link);
    }

    @Nested
    @DisplayName("An account")
    class Account {

        @Test
        void isTheSameWhileNothingChanges() {
            assertThat(isSuperseded()).isFalse();
        }

        @Test
        void isAnotherAfterThePasswordWasReplaced() {
            Person.setPassword(ada, "second", 1000);

            assertThat(isSuperseded()).isTrue();
        }

        @Test
        void isAnotherAfterThePasswordWasSetAgain() {
            Person.setPassword(ada, "first", 2000);

            assertThat(isSuperseded()).isTrue();
        }

        @Test
        void isAnotherAfterThePasswordWasRecovered() {
            when(ada.getFirstAttribute(SupersededLogin.RECOVERED_AT)).thenReturn("2000");

            assertThat(isSuperseded()).isTrue();
        }

        @Test
        void isAnotherWithAnotherAddress() {
            when(ada.getEmail()).thenReturn("lovelace@example.com");

            assertThat(isSuperseded()).isTrue();
        }

        @Test
        void isAnotherWithoutItsAddress() {
            when(ada.getEmail()).thenReturn(null);

            assertThat(isSuperseded()).isTrue();
        }

        @Test
        void isTheSameWithItsAddressInOtherLetters() {
            when(ada.getEmail()).thenReturn("ADA@example.com");

            assertThat(isSuperseded()).isFalse();
        }

        @Test
        void isAnotherAfterTheAddressWasVerified() {
            when(ada.isEmailVerified()).thenReturn(false);

            assertThat(isSuperseded()).isTrue();
        }

        @Test
        void isTheSameAfterKeycloaksLinkHasVerifiedTheAddress() {
            enableKeycloaksLink(true);
            SupersededLogin.noteOwnChange(stage.login, ada);
            when(ada.isEmailVerified()).thenReturn(false);

            assertThat(isSuperseded()).isFalse();
        }

        @Test
        void isAnotherAfterTheAddressWasVerifiedWhereKeycloaksLinkIsDisabled() {
            enableKeycloaksLink(false);
            when(ada.isEmailVerified()).thenReturn(false);

            assertThat(isSuperseded()).isTrue();
        }
    }

    @Nested
    @DisplayName("A login")
    class Login {

        @Test
        void withoutAProofIsNotSuperseded() {
            UserModel eve = stage.person("eve");

            assertThat(SupersededLogin.isIn(stage.login, eve)).isFalse();
            assertThat(SupersededLogin.isIn(stage.login, null)).isFalse();
        }

        @Test
        void isComparedWithItsFirstProof() {
            Person.setPassword(ada, "second", 2000);
            SupersededLogin.noteFirstProof(stage.login, ada);

            assertThat(isSuperseded()).isTrue();
        }

        @Test
        void isComparedWithTheFirstProofOfTheSamePerson() {
            UserModel eve = stage.person("eve");
            SupersededLogin.noteFirstProof(stage.login, eve);
            when(eve.getEmail()).thenReturn("mallory@example.com");

            assertThat(SupersededLogin.isIn(stage.login, eve)).isTrue();
        }

        @Test
        void isNotSupersededByItsOwnChange() {
            Person.setPassword(ada, "second", 2000);
            SupersededLogin.noteOwnChange(stage.login, ada);

            assertThat(isSuperseded()).isFalse();
        }

        @Test
        void thatHoldsIsComparedOnceInARequest() {
            assertThat(SupersededLogin.isInRequest(stage.session, stage.login, ada))
                    .isFalse();
            Person.setPassword(ada, "second", 2000);

            assertThat(SupersededLogin.isInRequest(stage.session, stage.login, ada))
                    .isFalse();
            when(stage.login.getTabId()).thenReturn("another");
            assertThat(SupersededLogin.isInRequest(stage.session, stage.login, ada))
                    .isTrue();
            assertThat(SupersededLogin.isInRequest(stage.session, stage.login, ada))
                    .isTrue();
        }

        @Test
        void startsOverOnceItIsSuperseded() {
            stage.isSignedIn(ada);
            Person.setPassword(ada, "second", 2000);

            assertThat(SupersededLogin.startsOver(stage.context)).isTrue();
            verify(stage.context).forceChallenge(any());
            verify(stage.event).detail("reason", "superseded");
            verify(stage.event).error("invalid_authentication_session");
        }

        @Test
        void goesOnWhileItHolds() {
            stage.isSignedIn(ada);

            assertThat(SupersededLogin.startsOver(stage.context)).isFalse();
            verify(stage.context, never()).forceChallenge(any());
        }
    }
}
