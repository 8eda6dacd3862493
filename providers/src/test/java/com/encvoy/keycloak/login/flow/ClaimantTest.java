package com.encvoy.keycloak.login.flow;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.mockito.Mockito;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class ClaimantTest {

    private interface AskingStep extends Authenticator, IdentifyingStep {}

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final UserLookup people = Stub.of(UserLookup.class);
    private final AskingStep asking = Stub.of(AskingStep.class);

    @BeforeEach
    void knowAda() {
        when(stage.realm.getAuthenticationExecutionById("step-id")).thenReturn(stage.step);
        when(stage.session.getProvider(Authenticator.class, "encvoy-test")).thenReturn(asking);
        when(asking.lookup(stage.realm, stage.step)).thenReturn(people);
        when(people.find(any())).thenReturn(Optional.empty());
        when(people.find(Identifier.of("ada"))).thenReturn(Optional.of(ada));
    }

    private Claimant typed(String identifier) {
        Claimant.remember(stage.context, Identifier.of(identifier));
        return Claimant.of(stage.context);
    }

    @Nested
    @DisplayName("Is found")
    class Found {

        @Test
        void byTheStepAtWhichTheIdentifierWasTyped() {
            assertThat(typed("ada").user()).contains(ada);
        }

        @Test
        void once() {
            typed("ada");
            assertThat(Claimant.of(stage.context).user()).contains(ada);
            typed("unknown");
            assertThat(Claimant.of(stage.context).user()).isEmpty();

            verify(people, Mockito.times(2)).find(any());
        }

        @Test
        void asThePersonWhoIsSignedIn() {
            UserModel eve = stage.person("eve");
            stage.isSignedIn(eve);

            assertThat(typed("ada").user()).contains(eve);
            assertThat(Claimant.of(stage.context).isAuthenticated()).isTrue();
        }

        @Test
        void asNobodyWithoutAnIdentifier() {
            assertThat(Claimant.of(stage.context).user()).isEmpty();
            assertThat(Claimant.of(stage.context).isAuthenticated()).isFalse();
        }

        @Test
        void asNobodyInARegistration() {
            stage.isIn("registration");

            assertThat(typed("ada").user()).isEmpty();
        }

        @Test
        void asNobodyOnceForgotten() {
            typed("ada");
            Claimant.forget(stage.login);

            assertThat(Claimant.of(stage.context).user()).isEmpty();
            assertThat(stage.login.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME))
                    .isNull();
        }

        @Test
        void asNobodyWhereTheStepIsGone() {
            when(stage.realm.getAuthenticationExecutionById("step-id")).thenReturn(null);

            assertThat(typed("ada").user()).isEmpty();
        }

        @Test
        void asNobodyWhereTheStepAsksForNoIdentifier() {
            when(stage.session.getProvider(Authenticator.class, "encvoy-test"))
                    .thenReturn(Stub.of(Authenticator.class));

            assertThat(typed("ada").user()).isEmpty();
        }

        @Test
        void withTheWorkThatAnUnknownPersonTakes() {
            typed("ada");

            verify(people).settle();
        }

        @Test
        void withoutThatWorkWhereTheAnswerTellsAnyway() {
            Claimant.remember(stage.context, Identifier.of("ada"));
            Claimant claimant = Claimant.unsettled(stage.context);
            verify(people, never()).settle();

            claimant.settle();

            verify(people).settle();
        }
    }

    @Nested
    @DisplayName("Is locked by brute-force detection")
    class Locked {

        private final BruteForceProtector protector = Stub.of(BruteForceProtector.class);

        @BeforeEach
        void protect() {
            when(stage.realm.isBruteForceProtected()).thenReturn(true);
            when(stage.context.getProtector()).thenReturn(protector);
        }

        @Test
        void forATime() {
            when(protector.isTemporarilyDisabled(stage.session, stage.realm, ada))
                    .thenReturn(true);

            assertThat(typed("ada").bruteForceLockError()).contains("user_temporarily_disabled");
        }

        @Test
        void forGood() {
            when(protector.isPermanentlyLockedOut(stage.session, stage.realm, ada))
                    .thenReturn(true);

            assertThat(typed("ada").bruteForceLockError()).contains("user_disabled");
        }

        @Test
        void notAtAll() {
            assertThat(typed("ada").bruteForceLockError()).isEmpty();
        }

        @Test
        void neverWhereUnknownButAfterTheSameLookUp() {
            assertThat(typed("unknown").bruteForceLockError()).isEmpty();
            verify(stage.session.loginFailures()).getUserLoginFailure(stage.realm, FailedAttempt.NOBODY);
        }

        @Test
        void byFailuresThatAreCountedForTheAccount() {
            typed("ada").countFailure("password");

            assertThat(Mockito.mockingDetails(protector).getInvocations())
                    .extracting(call -> call.getMethod().getName())
                    .containsExactly("failedLogin");
            verify(stage.session.loginFailures(), never()).getUserLoginFailure(any(), any());
        }

        @Test
        void withTheSameWorkForFailuresOfUnknownPeople() {
            typed("unknown").countFailure("password");

            assertThat(Mockito.mockingDetails(protector).getInvocations()).isEmpty();
            verify(stage.session.loginFailures()).getUserLoginFailure(stage.realm, FailedAttempt.NOBODY);
        }

        @Test
        void onlyWhereTheRealmWantsIt() {
            when(stage.realm.isBruteForceProtected()).thenReturn(false);
            typed("ada").countFailure("password");
            typed("unknown").countFailure("password");
            typed("unknown").countFailureOfNobody();

            assertThat(Mockito.mockingDetails(protector).getInvocations()).isEmpty();
            verify(stage.session.loginFailures(), never()).getUserLoginFailure(any(), any());
        }
    }
}
