package com.encvoy.keycloak.oidc.issuer;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.LogoutToken;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class EncvoyLoginProtocolTest {

    private static final String ISSUER = "https://id.example/realms/demo/api/oidc";

    private final Stage stage = new Stage();
    private final EncvoyLoginProtocol protocol = new EncvoyLoginProtocol(null);

    @BeforeEach
    void open() {
        protocol.setSession(stage.session);
        when(stage.login.getRedirectUri()).thenReturn("https://app.example/cb");
    }

    @Nested
    @DisplayName("The data of a login")
    class LoginData {

        @ParameterizedTest
        @CsvSource({"form_post, 'form_post realm'", ", ' realm'"})
        void nameTheAddressBesideTheResponseMode(String mode, String expected) {
            SessionIssuer.begin(stage.login, ISSUER);
            stage.login.setClientNote("response_mode", mode);

            assertThat(protocol.getClientData(stage.login).getResponseMode()).isEqualTo(expected);
        }

        @Test
        void nameTheServerItself() {
            SessionIssuer.begin(stage.login, "https://id.example");

            assertThat(protocol.getClientData(stage.login).getResponseMode()).isEqualTo(" root");
        }

        @Test
        void areKeycloaksForALoginThatBeganThere() {
            stage.login.setClientNote("response_mode", "query");

            assertThat(protocol.getClientData(stage.login).getResponseMode()).isEqualTo("query");
        }
    }

    @Nested
    @DisplayName("The session of an application")
    class ApplicationSession {

        private final Map<String, String> notes = new HashMap<>();
        private final AuthenticatedClientSessionModel session = Stub.of(AuthenticatedClientSessionModel.class);
        private final ClientSessionContext context = Stub.of(ClientSessionContext.class);
        private final IssuerMapper mapper = new IssuerMapper();

        @BeforeEach
        void open() {
            when(context.getClientSession()).thenReturn(session);
            when(session.getClient()).thenReturn(stage.client);
            when(session.getNote(any())).thenAnswer(call -> notes.get(call.<String>getArgument(0)));
            doAnswer(call -> notes.put(call.getArgument(0), call.getArgument(1)))
                    .when(session)
                    .setNote(any(), any());
            doAnswer(call -> notes.remove(call.<String>getArgument(0)))
                    .when(session)
                    .removeNote(any());
        }

        private String idTokenIssuer() {
            IDToken token = new IDToken();
            token.issuer("keycloak");
            return mapper.transformIDToken(token, new ProtocolMapperModel(), stage.session, null, context)
                    .getIssuer();
        }

        private String logoutTokenIssuer() {
            LogoutToken token = new LogoutToken();
            token.issuer("keycloak");
            return mapper.transformLogoutToken(token, new ProtocolMapperModel(), stage.session, null, context)
                    .getIssuer();
        }

        @Test
        void remembersTheIssuerOfTheLastIdTokenForItsLogout() {
            assertThat(logoutTokenIssuer()).isEqualTo("keycloak");

            IssuerMapper.useIssuer(stage.session, client -> "https://id.example/" + client.getClientId());
            assertThat(idTokenIssuer()).isEqualTo("https://id.example/sentry");

            assertThat(logoutTokenIssuer()).isEqualTo("https://id.example/sentry");
        }

        @Test
        void isWrittenOnlyWhenTheIssuerChanges() {
            IssuerMapper.useIssuer(stage.session, client -> ISSUER);
            idTokenIssuer();
            idTokenIssuer();

            verify(session, times(1)).setNote("encvoy.issuer", ISSUER);
            verify(session, never()).removeNote(any());
        }

        @Test
        void forgetsItWhenKeycloaksOwnEndpointIssuesATokenAfterwards() {
            notes.put("encvoy.issuer", ISSUER);

            assertThat(idTokenIssuer()).isEqualTo("keycloak");

            assertThat(logoutTokenIssuer()).isEqualTo("keycloak");
            assertThat(notes).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", ", true"})
    void responsesNameTheIssuerUnlessAnAdministratorExcludesIt(String attribute, boolean named) {
        when(stage.client.getAttribute("exclude.issuer.from.auth.response")).thenReturn(attribute);

        assertThat(EncvoyLoginProtocol.namesIssuer(stage.client)).isEqualTo(named);
    }
}
