package com.encvoy.keycloak.login.code;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.RootAuthenticationSessionModel;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class CodeProofTest {

    private static final String NOTE = "encvoy.mailed_code";

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final CodeProof proof = new CodeProof(stage.context);

    private void provePassword() {
        stage.login.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
    }

    @Nested
    @DisplayName("A right code")
    class RightCode {

        @Test
        void isAllThereIsWhereNothingElseWasProved() {
            assertThat(proof.isAllThereIs()).isFalse();
            proof.note();

            assertThat(stage.login.getUserSessionNotes()).containsEntry(NOTE, "sign_in");
            assertThat(proof.isAllThereIs()).isTrue();
        }

        @Test
        void isNotNotedBesideAPassword() {
            provePassword();
            proof.note();

            assertThat(stage.login.getUserSessionNotes()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"otp, true", "webauthn, false"})
        void isAllThereIsUnlessAnotherCredentialWasUsed(String credential, boolean all) {
            AuthenticatorUtil.addAuthCredential(stage.login, credential);
            proof.note();

            assertThat(proof.isAllThereIs()).isEqualTo(all);
        }

        @Test
        void isNotAllOnceAnotherProofFollowed() {
            proof.note();
            CodeProof.noteAnother(stage.login);
            assertThat(proof.isAllThereIs()).isFalse();

            proof.note();
            provePassword();
            assertThat(proof.isAllThereIs()).isFalse();
        }

        @Test
        void isNotNotedByAnotherProof() {
            CodeProof.noteAnother(stage.login);

            assertThat(stage.login.getUserSessionNotes()).isEmpty();
        }

        @Test
        void ofAnotherPurposeIsNone() {
            proof.note();
            stage.isIn("recovery");

            assertThat(proof.isAllThereIs()).isFalse();
        }
    }

    @Nested
    @DisplayName("A code in the session that is continued")
    class InSession {

        private final UserSessionModel browser = Stub.of(UserSessionModel.class);

        @BeforeEach
        void continueSession() {
            RootAuthenticationSessionModel root = Stub.of(RootAuthenticationSessionModel.class);
            when(root.getId()).thenReturn("root");
            when(stage.login.getParentSession()).thenReturn(root);
            when(stage.session.sessions().getUserSession(stage.realm, "root")).thenReturn(browser);
            when(browser.getNote(NOTE)).thenReturn("sign_in");
            stage.isSignedIn(ada);
        }

        @Test
        void isAllThereIs() {
            assertThat(proof.isAllThereIs()).isTrue();
        }

        @Test
        void isNotAllWhereTheSessionHasMore() {
            when(browser.getNote(NOTE)).thenReturn("not_all");

            assertThat(proof.isAllThereIs()).isFalse();
        }

        @Test
        void isNoneInALoginThatProvesEverythingAnew() {
            stage.login.setAuthNote(AuthenticationManager.FORCED_REAUTHENTICATION, "true");

            assertThat(proof.isAllThereIs()).isFalse();
        }

        @Test
        void isNoneWhileThePersonIsUnknown() {
            stage.isSignedIn(null);

            assertThat(proof.isAllThereIs()).isFalse();
        }

        @Test
        void isNoneWhereTheSessionHasEnded() {
            when(stage.session.sessions().getUserSession(stage.realm, "root")).thenReturn(null);

            assertThat(proof.isAllThereIs()).isFalse();
        }
    }

    @Nested
    @DisplayName("Something was proved")
    class Any {

        @Test
        void notAtFirst() {
            assertThat(proof.hasAny()).isFalse();
        }

        @Test
        void withAPassword() {
            provePassword();

            assertThat(proof.hasAny()).isTrue();
        }

        @Test
        void withACode() {
            AuthenticatorUtil.addAuthCredential(stage.login, "otp");

            assertThat(proof.hasAny()).isTrue();
        }

        @Test
        void atAnIdentityProvider() {
            stage.login.setAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT, "{}");

            assertThat(proof.hasAny()).isTrue();
        }
    }
}
