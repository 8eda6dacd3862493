package com.encvoy.keycloak.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.oidc.issuer.AddressFamily;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.stage.RequestSession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class DiscoveryDocumentCacheTest {

    private final RequestSession session = RequestSession.open();
    private final DiscoveryDocumentCache documents = new DiscoveryDocumentCache();

    @BeforeEach
    void haveNoScopes() {
        when(session.realm.getSslRequired()).thenReturn(SslRequired.ALL);
        haveScopes();
    }

    private void haveScopes(ClientScopeModel... scopes) {
        when(session.realm.getClientScopesStream()).thenAnswer(call -> Stream.of(scopes));
    }

    private static ClientScopeModel scope(String name, String protocol, boolean published) {
        ClientScopeModel scope = Stub.of(ClientScopeModel.class);
        when(scope.getName()).thenReturn(name);
        when(scope.getProtocol()).thenReturn(protocol);
        when(scope.isIncludeInOpenIDProviderMetadata()).thenReturn(published);
        return scope;
    }

    private Response answer() {
        return documents.answer(session, IssuerAddress.of(session));
    }

    private Response answer(String ifNoneMatch) {
        when(session.headers.getHeaderString("If-None-Match")).thenReturn(ifNoneMatch);
        return answer();
    }

    private Map<?, ?> document() throws IOException {
        return JsonSerialization.readValue((byte[]) answer().getEntity(), Map.class);
    }

    @Nested
    @DisplayName("A document")
    class Document {

        @Test
        void isSentWithItsTagAndMayBeKeptForAMinute() {
            Response response = answer();

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getMediaType()).hasToString("application/json");
            assertThat(response.getHeaderString("ETag")).matches("\"[\\w-]{43}\"");
            assertThat(response.getHeaderString("Cache-Control")).isEqualTo("public, max-age=60");
            assertThat(response.getHeaderString("Vary")).isEqualTo("Origin");
        }

        @ParameterizedTest
        @ValueSource(strings = {"%s", "\"old\", %s", "W/%s", "*", " * "})
        void isNotSentToACallerThatHasIt(String known) {
            String tag = answer().getHeaderString("ETag");

            Response response = answer(known.replace("%s", tag));

            assertThat(response.getStatus()).isEqualTo(304);
            assertThat(response.getEntity()).isNull();
            assertThat(response.getHeaderString("ETag")).isEqualTo(tag);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"old\"", "", "\"*\""})
        void isSentToACallerThatHasAnother(String known) {
            assertThat(answer(known).getStatus()).isEqualTo(200);
        }

        @Test
        void isNotSentOverHttpWhereHttpsIsRequired() {
            when(session.uri.getBaseUri()).thenReturn(URI.create("http://id.example/"));

            assertThat(answer().getStatus()).isEqualTo(403);
        }

        @Test
        void isMadeOnceAndAgainWhenTheRealmHasChanged() {
            byte[] first = (byte[]) answer().getEntity();
            assertThat(answer().getEntity()).isSameAs(first);

            when(session.realm.isRegistrationAllowed()).thenReturn(true);
            Response changed = answer();

            assertThat(changed.getEntity()).isNotSameAs(first);
            assertThat(new String((byte[]) changed.getEntity(), StandardCharsets.UTF_8))
                    .contains("\"create\"");
        }

        @Test
        void isAnotherAtAnotherAddress() {
            String tag = answer().getHeaderString("ETag");
            IssuerAddress.mark(session, AddressFamily.ADDRESS);

            assertThat(answer().getHeaderString("ETag")).isNotEqualTo(tag);
        }
    }

    @Nested
    @DisplayName("What it says")
    class Metadata {

        @Test
        void isWhereTheEndpointsAre() throws IOException {
            assertThat(document().get("issuer")).isEqualTo("https://id.example/realms/demo/api/oidc");
            assertThat(document().get("authorization_endpoint"))
                    .isEqualTo("https://id.example/realms/demo/api/oidc/auth");
            assertThat(document().get("introspection_endpoint"))
                    .isEqualTo("https://id.example/realms/demo/api/oidc/token/introspection");
        }

        @Test
        void isThatBrowsersNeverGoToTheRootAlias() throws IOException {
            IssuerAddress.mark(session, AddressFamily.ADDRESS);

            assertThat(document().get("token_endpoint")).isEqualTo("https://id.example/api/oidc/token");
            assertThat(document().get("end_session_endpoint"))
                    .isEqualTo("https://id.example/realms/demo/api/oidc/address/session/end");
        }

        @Test
        void isWhichScopesOfTheProtocolTheRealmPublishes() throws IOException {
            haveScopes(
                    scope("profile", "openid-connect", true),
                    scope("email", "openid-connect", true),
                    scope("openid", "openid-connect", true),
                    scope("hidden", "openid-connect", false),
                    scope("roles", "saml", true));

            assertThat(document().get("scopes_supported")).hasToString("[openid, email, profile]");
        }

        @ParameterizedTest
        @CsvSource({"true, '[none, login, consent, create]'", "false, '[none, login, consent]'"})
        void isWhetherPeopleMayRegister(boolean allowed, String prompts) throws IOException {
            when(session.realm.isRegistrationAllowed()).thenReturn(allowed);

            assertThat(document().get("prompt_values_supported")).hasToString(prompts);
        }

        @Test
        void isThatPeopleCanChooseASessionWhereAStepAsks() throws IOException {
            assertThat(document().get("prompt_values_supported")).hasToString("[none, login, consent]");
            AuthenticationFlowModel browser = flow("browser");
            when(session.realm.getBrowserFlow()).thenReturn(browser);
            AuthenticationFlowModel forms = flow("forms");
            when(session.realm.getAuthenticationFlowById("forms")).thenReturn(forms);
            AuthenticationExecutionModel subflow = execution(Requirement.ALTERNATIVE);
            subflow.setAuthenticatorFlow(true);
            subflow.setFlowId("forms");
            AuthenticationExecutionModel chooser = execution(Requirement.ALTERNATIVE);
            chooser.setAuthenticator("encvoy-session-chooser");
            when(session.realm.getAuthenticationExecutionsStream("browser")).thenAnswer(call -> Stream.of(subflow));
            when(session.realm.getAuthenticationExecutionsStream("forms")).thenAnswer(call -> Stream.of(chooser));

            assertThat(document().get("prompt_values_supported")).hasToString("[none, login, consent, select_account]");

            chooser.setRequirement(Requirement.DISABLED);
            assertThat(document().get("prompt_values_supported")).hasToString("[none, login, consent]");
        }

        private AuthenticationFlowModel flow(String id) {
            AuthenticationFlowModel flow = new AuthenticationFlowModel();
            flow.setId(id);
            return flow;
        }

        private AuthenticationExecutionModel execution(Requirement requirement) {
            AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
            execution.setRequirement(requirement);
            return execution;
        }

        @Test
        void isThatResponsesNameTheIssuer() throws IOException {
            assertThat(document().get("authorization_response_iss_parameter_supported"))
                    .isEqualTo(true);
            assertThat(document().get("token_endpoint_auth_methods_supported"))
                    .hasToString("[client_secret_basic, client_secret_post, none]");
            assertThat(document().get("introspection_endpoint_auth_methods_supported"))
                    .hasToString("[client_secret_basic, client_secret_post]");
        }
    }
}
