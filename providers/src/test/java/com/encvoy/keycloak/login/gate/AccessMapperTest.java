package com.encvoy.keycloak.login.gate;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.cors.Cors;
import org.keycloak.utils.KeycloakSessionUtil;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

class AccessMapperTest {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final UserSessionModel browser = Stub.of(UserSessionModel.class);
    private final ClientSessionContext context = Stub.of(ClientSessionContext.class);
    private final ClientModel other = Stub.of(ClientModel.class);
    private final AccessToken token = new AccessToken();

    @BeforeEach
    void useTheApplication() {
        stage.guardApplications();
        when(browser.getUser()).thenReturn(ada);
        when(browser.getRealm()).thenReturn(stage.realm);
        AuthenticatedClientSessionModel clientSession = Stub.of(AuthenticatedClientSessionModel.class);
        when(clientSession.getClient()).thenReturn(stage.client);
        when(context.getClientSession()).thenReturn(clientSession);
        when(stage.session.getContext().getClient()).thenReturn(stage.client);
        when(other.getId()).thenReturn("other-id");
        when(other.getClientId()).thenReturn("other");
        when(other.getRealm()).thenReturn(stage.realm);
        when(stage.realm.getClientByClientId("other")).thenReturn(other);
        Cors cors = Stub.of(Cors.class);
        when(cors.auth()).thenReturn(cors);
        when(cors.allowedMethods(any(String[].class))).thenReturn(cors);
        when(cors.checkAllowedOrigins(any(), any())).thenReturn(cors);
        when(stage.session.getProvider(Cors.class)).thenReturn(cors);
        LoginFormsProvider form = Stub.of(LoginFormsProvider.class);
        when(form.setAuthenticationSession(any())).thenReturn(form);
        when(form.setError(any(), any(Object[].class))).thenReturn(form);
        when(stage.session.getProvider(LoginFormsProvider.class)).thenReturn(form);
        KeycloakSessionUtil.setKeycloakSession(stage.session);
    }

    @AfterEach
    void closeRequest() {
        KeycloakSessionUtil.setKeycloakSession(null);
    }

    private void askWith(String type) {
        OAuth2GrantType grant = Stub.of(OAuth2GrantType.class);
        when(grant.getEventType()).thenReturn(EventType.CODE_TO_TOKEN);
        stage.session.form.putSingle("grant_type", type);
        when(stage.session.getProvider(OAuth2GrantType.class, type)).thenReturn(grant);
    }

    private AccessToken issue() {
        return new AccessMapper().transformAccessToken(token, null, stage.session, browser, context);
    }

    @Nested
    @DisplayName("At the token endpoint no token is issued")
    class TokenEndpoint {

        @ParameterizedTest
        @CsvSource({"sentry", "client-id"})
        void toAnApplicationThatThePersonMayNotUse(String blocked) {
            askWith("authorization_code");
            assertThat(issue()).isSameAs(token);
            Stage.block(ada, blocked);

            assertThatThrownBy(AccessMapperTest.this::issue).isInstanceOf(CorsErrorResponseException.class);
        }

        @Test
        void atTheRequestOfAnApplicationThatThePersonMayNotUse() {
            askWith("urn:ietf:params:oauth:grant-type:uma-ticket");
            when(stage.session.getContext().getClient()).thenReturn(other);
            Stage.block(ada, "other");

            assertThatThrownBy(AccessMapperTest.this::issue).isInstanceOf(CorsErrorResponseException.class);
        }

        @ParameterizedTest
        @CsvSource({EXCHANGE + ", true", "authorization_code, false"})
        void thatIsExchangedForOne(String type, boolean asked) {
            askWith(type);
            stage.session.form.put("audience", List.of("unknown", "other"));
            Stage.block(ada, "other");

            if (asked) {
                assertThatThrownBy(AccessMapperTest.this::issue).isInstanceOf(CorsErrorResponseException.class);
            } else {
                assertThat(issue()).isSameAs(token);
            }
        }
    }

    @Nested
    @DisplayName("Elsewhere")
    class Elsewhere {

        @BeforeEach
        void refuse() {
            Stage.block(ada, "sentry");
        }

        @Test
        void anAdministratorSeesTheTokenOfAnExample() {
            assertThat(issue()).isSameAs(token);
            when(stage.session.getContext().getHttpRequest()).thenReturn(null);
            assertThat(issue()).isSameAs(token);
        }

        @Test
        void aBrowserGetsAPageAtTheEndOfALogin() {
            when(stage.session.getContext().getAuthenticationSession()).thenReturn(stage.login);

            assertThatThrownBy(AccessMapperTest.this::issue).isInstanceOf(ErrorPageException.class);
            Stage.block(ada, "other");
            assertThat(issue()).isSameAs(token);
        }
    }
}
