package com.encvoy.keycloak.login.code;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.BruteForceProtector;

import com.encvoy.keycloak.login.flow.Claimant;
import com.encvoy.keycloak.login.flow.PendingRegistration;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class CodeAdmissionTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final BruteForceProtector protector = Stub.of(BruteForceProtector.class);

    @BeforeEach
    void signIn() {
        when(stage.realm.isBruteForceProtected()).thenReturn(true);
        when(stage.context.getProtector()).thenReturn(protector);
        stage.isSignedIn(ada);
    }

    private CodeAdmission admission(CodePurpose purpose, boolean verifiedOnly) {
        EmailCodeConfig config = new EmailCodeConfig(6, 900, 6, 30, 5, 20, 300, 100, verifiedOnly);
        return new CodeAdmission(stage.context, Claimant.of(stage.context), purpose, config);
    }

    private CodeAdmission admission(CodePurpose purpose) {
        return admission(purpose, true);
    }

    @Nested
    @DisplayName("A code may be sent")
    class MayBeSent {

        @ParameterizedTest
        @EnumSource(CodePurpose.class)
        void toAnEnabledPersonWithAVerifiedAddress(CodePurpose purpose) {
            assertThat(admission(purpose).mayBeSent()).isTrue();
        }

        @ParameterizedTest
        @EnumSource(CodePurpose.class)
        void notWithoutAnAddress(CodePurpose purpose) {
            when(ada.getEmail()).thenReturn(" ");

            assertThat(admission(purpose).mayBeSent()).isFalse();
        }

        @ParameterizedTest
        @EnumSource(CodePurpose.class)
        void notToADisabledPerson(CodePurpose purpose) {
            when(ada.isEnabled()).thenReturn(false);

            assertThat(admission(purpose).mayBeSent()).isFalse();
        }

        @ParameterizedTest
        @EnumSource(CodePurpose.class)
        void notToAnUnknownPerson(CodePurpose purpose) {
            stage.isSignedIn(null);

            assertThat(admission(purpose).mayBeSent()).isFalse();
        }

        @ParameterizedTest
        @EnumSource(CodePurpose.class)
        void notToAPersonWhoIsLockedForGood(CodePurpose purpose) {
            when(protector.isPermanentlyLockedOut(stage.session, stage.realm, ada))
                    .thenReturn(true);

            assertThat(admission(purpose).mayBeSent()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"SIGN_IN, false", "RECOVERY, true", "VERIFICATION, true"})
        void toAPersonWhoIsLockedForATimeButNotToSignIn(CodePurpose purpose, boolean sent) {
            when(protector.isTemporarilyDisabled(stage.session, stage.realm, ada))
                    .thenReturn(true);

            assertThat(admission(purpose).mayBeSent()).isEqualTo(sent);
        }
    }

    @Nested
    @DisplayName("An address that is not verified")
    class NotVerified {

        @BeforeEach
        void doNotVerify() {
            when(ada.isEmailVerified()).thenReturn(false);
        }

        @ParameterizedTest
        @CsvSource({"SIGN_IN, false", "RECOVERY, true", "VERIFICATION, true"})
        void isNoFirstProofToSignIn(CodePurpose purpose, boolean trusted) {
            assertThat(admission(purpose).mayBeSent()).isEqualTo(trusted);
            assertThat(admission(purpose).isReachable()).isEqualTo(trusted);
        }

        @Test
        void isOneWhereTheStepAllowsIt() {
            assertThat(admission(CodePurpose.SIGN_IN, false).mayBeSent()).isTrue();
            assertThat(admission(CodePurpose.SIGN_IN, false).isReachable()).isTrue();
        }

        @Test
        void isASecondProofAfterAPassword() {
            stage.login.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");

            assertThat(admission(CodePurpose.SIGN_IN).mayBeSent()).isTrue();
        }
    }

    @Nested
    @DisplayName("The step is reachable")
    class Reachable {

        @ParameterizedTest
        @EnumSource(CodePurpose.class)
        void withAnAddress(CodePurpose purpose) {
            assertThat(admission(purpose).isReachable()).isTrue();
            when(ada.getEmail()).thenReturn(null);
            assertThat(admission(purpose).isReachable()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"SIGN_IN, false", "RECOVERY, false", "VERIFICATION, true"})
        void withoutOneWhereTheAddressOfARegistrationIsTaken(CodePurpose purpose, boolean reachable) {
            when(ada.getEmail()).thenReturn(null);
            PendingRegistration.markEmailInUse(stage.login, true);

            assertThat(admission(purpose).isReachable()).isEqualTo(reachable);
        }
    }
}
