package com.encvoy.keycloak.login.gate;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class LostAccessTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final UserSessionModel browser = Stub.of(UserSessionModel.class);

    @BeforeEach
    void useTheApplication() {
        when(browser.getUser()).thenReturn(ada);
        when(browser.getAuthenticatedClientSessions())
                .thenReturn(Map.of("client-id", Stub.of(AuthenticatedClientSessionModel.class)));
        when(stage.session.sessions().getUserSessionsStream(stage.realm, ada)).thenAnswer(call -> Stream.of(browser));
        when(stage.realm.getClientById("client-id")).thenReturn(stage.client);
    }

    private void endSessions() {
        new LostAccess(stage.session, stage.realm, ada).endSessions();
    }

    @Test
    void endsNothingInARealmThatDoesNotGuardApplications() {
        Stage.block(ada, "sentry");

        endSessions();

        verify(stage.session.sessions(), never()).getUserSessionsStream(any(), any(UserModel.class));
    }

    @Test
    void endsNothingAtAnApplicationThatThePersonMayUse() {
        stage.guardApplications();
        Stage.block(ada, "another");

        endSessions();

        verify(browser, never()).getAuthenticatedClientSessionByClient(any());
    }

    @Test
    void endsTheSessionAtAnApplicationThatThePersonMayNotUse() {
        stage.guardApplications();
        Stage.block(ada, "sentry");

        endSessions();

        verify(browser, atLeastOnce()).getAuthenticatedClientSessionByClient("client-id");
    }

    @Test
    void endsNothingAtAnApplicationThatIsGone() {
        stage.guardApplications();
        Stage.block(ada, "sentry");
        when(stage.realm.getClientById("client-id")).thenReturn(null);

        endSessions();

        verify(browser, never()).getAuthenticatedClientSessionByClient(any());
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "false, false"})
    void isNoneAtTheTokenEndpointUnlessTheRealmGuardsAndThePersonIsRefused(boolean blocked, boolean guarded) {
        if (guarded) {
            stage.guardApplications();
        }
        if (blocked) {
            Stage.block(ada, "sentry");
        }

        assertThatCode(() -> AccessWithdrawn.requireAccess(stage.client, browser, stage.event, Stub.of(Cors.class)))
                .doesNotThrowAnyException();
        verify(stage.event, never()).error(any());
    }

    @Test
    void isAnInvalidGrantAtTheTokenEndpoint() {
        stage.guardApplications();
        Stage.block(ada, "sentry");

        CorsErrorResponseException refused = catchThrowableOfType(
                CorsErrorResponseException.class,
                () -> AccessWithdrawn.requireAccess(stage.client, browser, stage.event, Stub.of(Cors.class)));

        assertThat(refused.getErrorDescription()).isEqualTo("Access withdrawn: blocked");
        verify(stage.event).detail("reason", "blocked");
        verify(stage.event).error("invalid_grant");
    }
}
