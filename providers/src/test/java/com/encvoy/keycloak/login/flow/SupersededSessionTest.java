package com.encvoy.keycloak.login.flow;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.ErrorPageException;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class SupersededSessionTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final UserSessionModel finished = Stub.of(UserSessionModel.class);

    @BeforeEach
    void proveOnce() {
        LoginFormsProvider form = Stub.of(LoginFormsProvider.class);
        when(form.setAuthenticationSession(any())).thenReturn(form);
        when(form.setError(any(), any(Object[].class))).thenReturn(form);
        when(stage.session.getProvider(LoginFormsProvider.class)).thenReturn(form);
        when(stage.session.getContext().getAuthenticationSession()).thenReturn(stage.login);
        SupersededLogin.noteFirstProof(stage.login, ada);
    }

    private void undo() {
        SupersededLogin.undo(stage.session, stage.login, ada, "session-id");
    }

    @Test
    void isTakenBackOnceItIsCommitted() {
        when(stage.session.sessions().getUserSession(stage.realm, "session-id")).thenReturn(finished);
        undo();
        verify(stage.session.sessions(), never()).removeUserSession(any(), any());

        stage.session.commit();

        verify(stage.session.sessions()).removeUserSession(stage.realm, finished);
        verify(stage.session.sessions(), never()).removeOfflineUserSession(any(), any());
    }

    @Test
    void isTakenBackWithItsOfflineSession() {
        when(stage.session.sessions().getOfflineUserSession(stage.realm, "session-id"))
                .thenReturn(finished);
        undo();

        stage.session.commit();

        verify(stage.session.sessions()).removeOfflineUserSession(stage.realm, finished);
        verify(stage.session.sessions(), never()).removeUserSession(any(), any());
    }

    @Test
    void linksNoAccountOfAnIdentityProvider() {
        when(ada.getEmail()).thenReturn("lovelace@example.com");

        assertThatThrownBy(() -> SupersededLogin.refuseLink(stage.session, ada)).isInstanceOf(ErrorPageException.class);
        verify(stage.session.getTransactionManager()).setRollbackOnly();
    }

    @Test
    void linksOneWhileTheLoginHoldsOrWhereThereIsNone() {
        assertThatCode(() -> SupersededLogin.refuseLink(stage.session, ada)).doesNotThrowAnyException();

        when(ada.getEmail()).thenReturn("lovelace@example.com");
        when(stage.session.getContext().getAuthenticationSession()).thenReturn(null);
        assertThatCode(() -> SupersededLogin.refuseLink(stage.session, ada)).doesNotThrowAnyException();
    }
}
