package com.encvoy.keycloak.login.flow;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionContext.Status;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.RequiredActions;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class GuardedActionTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final RequiredActionProvider keycloaks = Stub.of(RequiredActionProvider.class);
    private final RequiredActionProvider guarded = GuardedAction.of(keycloaks);
    private final RequiredActionContext context = Stub.of(RequiredActionContext.class);

    @BeforeEach
    void signIn() {
        when(context.getAuthenticationSession()).thenReturn(stage.login);
        when(context.getSession()).thenReturn(stage.session);
        when(context.getUser()).thenReturn(ada);
        when(context.getEvent()).thenReturn(stage.event);
        when(context.getAction()).thenReturn("UPDATE_PASSWORD");
    }

    private void supersede() {
        SupersededLogin.noteFirstProof(stage.login, ada);
        change();
    }

    private void change() {
        when(ada.getEmail()).thenReturn("lovelace@example.com");
    }

    @Test
    void isKeycloaksWhileTheLoginHolds() {
        guarded.evaluateTriggers(context);
        guarded.requiredActionChallenge(context);
        guarded.processAction(context);

        verify(keycloaks).evaluateTriggers(context);
        verify(keycloaks).requiredActionChallenge(context);
        verify(keycloaks).processAction(context);
        verify(context, never()).challenge(any());
    }

    @Test
    void takesTheFirstLookForAProof() {
        guarded.evaluateTriggers(context);
        change();

        assertThat(SupersededLogin.isIn(stage.login, ada)).isTrue();
    }

    @Test
    void isDueInASupersededLogin() {
        supersede();

        guarded.evaluateTriggers(context);

        assertThat(stage.login.getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        verify(keycloaks, never()).evaluateTriggers(any());
    }

    @Test
    void isNeverShownInASupersededLogin() {
        supersede();

        guarded.requiredActionChallenge(context);

        verify(context).challenge(any());
        verify(keycloaks, never()).requiredActionChallenge(any());
    }

    @Test
    void isNeverCompletedInASupersededLogin() {
        supersede();

        guarded.processAction(context);

        verify(context).challenge(any());
        verify(keycloaks, never()).processAction(any());
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void isAChangeOfTheLoginItselfOnceItHasSucceeded(Status status) {
        supersede();
        when(ada.getEmail()).thenReturn("ada@example.com");
        when(context.getStatus()).thenAnswer(call -> {
            change();
            return status;
        });

        guarded.processAction(context);

        assertThat(SupersededLogin.isIn(stage.login, ada)).isEqualTo(status != Status.SUCCESS);
    }

    @Test
    void saysOfItselfWhatKeycloaksSays() {
        when(keycloaks.getMaxAuthAge(stage.session)).thenReturn(7);
        guarded.initiatedActionCanceled(stage.session, stage.login);
        guarded.close();

        assertThat(guarded.getMaxAuthAge(stage.session)).isEqualTo(7);
        verify(keycloaks).initiatedActionCanceled(stage.session, stage.login);
        verify(keycloaks).close();
    }

    @Test
    void anActionIsEnabledWhereTheRealmHasEnabledIt() {
        assertThat(RequiredActions.isEnabled(stage.realm, "encvoy-access-gate")).isFalse();

        RequiredActionProviderModel action = new RequiredActionProviderModel();
        when(stage.realm.getRequiredActionProviderByAlias("encvoy-access-gate")).thenReturn(action);
        assertThat(RequiredActions.isEnabled(stage.realm, "encvoy-access-gate")).isFalse();

        action.setEnabled(true);
        assertThat(RequiredActions.isEnabled(stage.realm, "encvoy-access-gate")).isTrue();
    }
}
