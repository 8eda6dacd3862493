package com.encvoy.keycloak.login.flow;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticationSelectionOption;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.mockito.ArgumentCaptor;

import com.encvoy.keycloak.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class SelectedAuthenticatorTest {

    private final Stage stage = new Stage();
    private final AuthenticationExecutionModel other = execution("other", Requirement.ALTERNATIVE);

    private static AuthenticationExecutionModel execution(String id, Requirement requirement) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setId(id);
        execution.setAuthenticator(id);
        execution.setRequirement(requirement);
        return execution;
    }

    @BeforeEach
    void offerBoth() {
        stage.step.setRequirement(Requirement.ALTERNATIVE);
        when(stage.session.request.getHttpMethod()).thenReturn("GET");
        when(stage.realm.getAuthenticationExecutionsStream("forms"))
                .thenAnswer(call -> Stream.of(stage.step, other, execution("required", Requirement.REQUIRED)));
    }

    private void isShown(String execution) {
        stage.login.setAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION, execution);
    }

    private SelectedAuthenticator selected() {
        return new SelectedAuthenticator(stage.context);
    }

    @Nested
    @DisplayName("Another method is asked for")
    class Other {

        @Test
        void whereItsPageIsShownAgain() {
            isShown("other");

            assertThat(selected().isOtherExecution()).isTrue();
        }

        @Test
        void butNotWhereThePageOfThisOneIs() {
            isShown("step-id");

            assertThat(selected().isOtherExecution()).isFalse();
        }

        @Test
        void butNotWhereNoPageWasShown() {
            assertThat(selected().isOtherExecution()).isFalse();
        }

        @Test
        void butNotWithAForm() {
            isShown("other");
            when(stage.session.request.getHttpMethod()).thenReturn("POST");

            assertThat(selected().isOtherExecution()).isFalse();
        }

        @Test
        void butNotWhereThisOneIsRequired() {
            isShown("other");
            stage.step.setRequirement(Requirement.REQUIRED);

            assertThat(selected().isOtherExecution()).isFalse();
        }

        @ParameterizedTest
        @EnumSource(
                value = Requirement.class,
                names = {"REQUIRED", "DISABLED"})
        void butNotWhereTheOtherIsNoAlternative(Requirement requirement) {
            isShown("other");
            other.setRequirement(requirement);

            assertThat(selected().isOtherExecution()).isFalse();
        }

        @Test
        void butNotWhereTheOtherIsAFlow() {
            isShown("other");
            other.setAuthenticatorFlow(true);

            assertThat(selected().isOtherExecution()).isFalse();
        }

        @Test
        void butNotWhereTheOtherIsOfAnotherFlow() {
            isShown("elsewhere");

            assertThat(selected().isOtherExecution()).isFalse();
        }
    }

    @Nested
    @DisplayName("A method that is shown again")
    class ShownAgain {

        @Test
        void hasTheOthersOfferedThatStoodBack() {
            isShown("step-id");
            stage.login.setExecutionStatus("other", ExecutionStatus.ATTEMPTED);
            stage.login.setExecutionStatus("step-id", ExecutionStatus.CHALLENGED);

            selected().reofferAlternatives();

            assertThat(stage.login.getExecutionStatus()).containsEntry("other", ExecutionStatus.CHALLENGED);
            assertThat(offered()).containsExactly("step-id", "other");
        }

        @ParameterizedTest
        @EnumSource(
                value = ExecutionStatus.class,
                names = {"FAILED", "SETUP_REQUIRED", "SUCCESS"})
        void leavesTheOthersAsTheyAreOtherwise(ExecutionStatus status) {
            isShown("step-id");
            stage.login.setExecutionStatus("other", status);

            selected().reofferAlternatives();

            assertThat(stage.login.getExecutionStatus()).containsEntry("other", status);
        }

        private List<String> offered() {
            ArgumentCaptor<List<AuthenticationSelectionOption>> options = ArgumentCaptor.captor();
            verify(stage.context).setAuthenticationSelections(options.capture());
            return options.getValue().stream()
                    .map(AuthenticationSelectionOption::getAuthExecId)
                    .toList();
        }
    }

    @Test
    void aMethodThatIsShownForTheFirstTimeOffersNothingAnew() {
        stage.login.setExecutionStatus("other", ExecutionStatus.ATTEMPTED);

        selected().reofferAlternatives();

        assertThat(stage.login.getExecutionStatus()).containsEntry("other", ExecutionStatus.ATTEMPTED);
        verify(stage.context, never()).setAuthenticationSelections(any());
    }
}
