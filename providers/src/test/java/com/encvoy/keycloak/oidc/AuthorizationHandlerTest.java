package com.encvoy.keycloak.oidc;

import java.net.URI;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.forms.login.LoginFormsProvider;

import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

class AuthorizationHandlerTest {

    private static final String REFUSED = "https://app.example/callback?state=x&error=invalid_scope";

    private final Stage stage = new Stage();
    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    private final Response page = Response.status(400).build();

    @BeforeEach
    void showErrors() {
        when(stage.session.uri.getQueryParameters()).thenReturn(query);
        when(stage.session.getContext().getClient()).thenReturn(stage.client);
        LoginFormsProvider form = Stub.of(LoginFormsProvider.class);
        when(stage.session.getProvider(LoginFormsProvider.class)).thenReturn(form);
        when(form.setAuthenticationSession(any())).thenReturn(form);
        when(form.setError(any(), any(Object[].class))).thenReturn(form);
        when(form.createErrorPage(any())).thenReturn(page);
        show("true");
    }

    private void show(String setting) {
        when(stage.client.getAttribute("encvoy.show_authorization_errors")).thenReturn(setting);
    }

    private AuthorizationHandler handler(boolean post) {
        return new AuthorizationHandler(stage.session, IssuerAddress.of(stage.session), stage.event, post);
    }

    private Response explained(String location, boolean post) {
        return handler(post).addressed(Response.seeOther(URI.create(location)).build());
    }

    private boolean isExplained(String location) {
        return explained(location, false).getStatus() == 400;
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void aRefusalEndsOnAPageWhereTheApplicationWantsIt(String setting, boolean explained) {
        show(setting);

        assertThat(isExplained(REFUSED)).isEqualTo(explained);
    }

    @Test
    void anAnswerWithoutAnErrorIsHandedOn() {
        assertThat(isExplained("https://app.example/callback?code=x&state=error%3Dy"))
                .isFalse();
        assertThat(handler(false).addressed(Response.ok("page").build()).getEntity())
                .isEqualTo("page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback?error=access_denied",
                "https://app.example/callback#error=access_denied",
                "https://app.example/callback?error=login_required&state=x&error=access_denied"
            })
    void anErrorIsFoundWhereverItStands(String location) {
        assertThat(isExplained(location)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login_required", "interaction_required", "consent_required", "account_selection_required"})
    void theApplicationGetsTheAnswerToARequestThatWantedNoPage(String error) {
        assertThat(isExplained("https://app.example/callback?error=" + error)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"none, false", "login, true", "login none, false"})
    void theApplicationGetsEveryAnswerWithPromptNone(String prompt, boolean explained) {
        query.putSingle("prompt", prompt);

        assertThat(isExplained(REFUSED)).isEqualTo(explained);
    }

    @Test
    void thePromptOfAPostStandsInItsForm() {
        query.putSingle("prompt", "none");
        assertThat(explained(REFUSED, true).getStatus()).isEqualTo(400);

        stage.session.form.putSingle("prompt", "none");
        assertThat(explained(REFUSED, true).getStatus()).isEqualTo(302);
    }

    @Nested
    @DisplayName("An error")
    class ErrorResponse {

        private static final String OURS = "https%3A%2F%2Fid.example%2Frealms%2Fdemo%2Fapi%2Foidc";

        @BeforeEach
        void redirect() {
            show("false");
        }

        @Test
        void namesTheIssuerOfTheAddressInsteadOfTheRealms() {
            assertThat(explained(REFUSED + "&iss=https%3A%2F%2Fid.example%2Frealms%2Fdemo", false)
                            .getLocation())
                    .hasToString("https://app.example/callback?state=x&error=invalid_scope&iss=" + OURS);
        }

        @Test
        void namesItInTheFragmentToo() {
            assertThat(explained("https://app.example/callback#error=invalid_scope", false)
                            .getLocation())
                    .hasToString("https://app.example/callback#error=invalid_scope&iss=" + OURS);
        }

        @Test
        void namesNoneWhereAnAdministratorExcludesIt() {
            when(stage.client.getAttribute("exclude.issuer.from.auth.response")).thenReturn("true");

            assertThat(explained(REFUSED, false).getLocation()).hasToString(REFUSED);
        }

        @Test
        void isAFormWhereTheApplicationWantsOne() {
            query.putSingle("response_mode", "form_post");

            Response response = explained(REFUSED, false);

            assertThat(response.getLocation()).isNull();
            assertThat(response.getEntity().toString())
                    .contains("ACTION=\"https://app.example/callback\"", "\"invalid_scope\"", "id.example")
                    .contains("NAME=\"state\"");
        }
    }
}
