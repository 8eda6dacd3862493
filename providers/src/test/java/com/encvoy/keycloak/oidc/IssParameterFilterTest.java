package com.encvoy.keycloak.oidc;

import java.net.URI;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.utils.KeycloakSessionUtil;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class IssParameterFilterTest {

    private static final String ANSWER = "https://app.example/callback?code=x&iss=https%3A%2F%2Fid.example";

    private final Stage stage = new Stage();
    private final MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    private final ContainerResponseContext response = Stub.of(ContainerResponseContext.class);
    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

    @BeforeEach
    void openRequest() {
        KeycloakSessionUtil.setKeycloakSession(stage.session);
        when(response.getHeaders()).thenReturn(headers);
        when(stage.session.uri.getQueryParameters()).thenReturn(query);
    }

    @AfterEach
    void closeRequest() {
        KeycloakSessionUtil.setKeycloakSession(null);
    }

    private void beginAtEncvoyAddress() {
        IssParameterFilter.suppressForRequest(stage.session);
    }

    private Object redirect(String location) {
        when(response.getLocation()).thenReturn(URI.create(location));
        new IssParameterFilter().filter(Stub.of(ContainerRequestContext.class), response);
        return headers.getFirst("Location");
    }

    @Nested
    @DisplayName("A redirect")
    class Redirect {

        @ParameterizedTest
        @CsvSource({
            "https://app.example/cb?code=x&iss=y, https://app.example/cb?code=x",
            "https://app.example/cb?iss=y&code=x, https://app.example/cb?code=x",
            "https://app.example/cb?code=x&iss=y&state=z, https://app.example/cb?code=x&state=z",
            "https://app.example/cb?iss=y, https://app.example/cb",
            "https://app.example/cb#code=x&iss=y, https://app.example/cb#code=x",
            "https://app.example/cb#iss=y, https://app.example/cb"
        })
        void losesTheParameter(String location, URI without) {
            beginAtEncvoyAddress();

            assertThat(redirect(location)).isEqualTo(without);
        }

        @ParameterizedTest
        @CsvSource({"https://app.example/cb?miss=y", "https://app.example/iss=y", "https://app.example/cb?code=x"})
        void isLeftAsItIsWithoutTheParameter(String location) {
            beginAtEncvoyAddress();

            assertThat(redirect(location)).isNull();
        }

        @Test
        void keepsTheParameterOfALoginThatBeganAtKeycloaksAddress() {
            assertThat(redirect(ANSWER)).isNull();
            KeycloakSessionUtil.setKeycloakSession(null);
            assertThat(redirect(ANSWER)).isNull();
        }

        @Test
        void losesTheParameterOfALoginThatBeganInAnEarlierRequest() {
            when(stage.session.getContext().getAuthenticationSession()).thenReturn(stage.login);
            assertThat(redirect(ANSWER)).isNull();

            stage.login.setClientNote("encvoy.without_iss", "true");
            when(stage.login.getRedirectUri()).thenReturn("https://app.example/callback?own=1");

            assertThat(redirect(ANSWER)).hasToString("https://app.example/callback?code=x");
        }

        @ParameterizedTest
        @CsvSource({"https://app.example/callback, true", "https://other.example/, false"})
        void keepsTheParameterWhereItDoesNotLeadToTheApplication(String application, boolean loses) {
            beginAtEncvoyAddress();
            query.putSingle("redirect_uri", application);

            assertThat(redirect(ANSWER) != null).isEqualTo(loses);
        }
    }

    @Nested
    @DisplayName("A page")
    class Page {

        private void show(Object page) {
            when(response.getEntity()).thenReturn(page);
            new IssParameterFilter().filter(Stub.of(ContainerRequestContext.class), response);
        }

        @Test
        void thatPostsAnAnswerLosesTheField() {
            beginAtEncvoyAddress();

            show("<HTML><INPUT TYPE=\"HIDDEN\" NAME=\"code\" VALUE=\"x\"/><INPUT NAME=\"iss\" VALUE=\"y\" /></HTML>");

            verify(response).setEntity("<HTML><INPUT TYPE=\"HIDDEN\" NAME=\"code\" VALUE=\"x\"/></HTML>");
        }

        @Test
        void keepsTheFieldAtKeycloaksAddress() {
            show("<HTML><INPUT NAME=\"iss\" VALUE=\"y\" /></HTML>");

            verify(response, never()).setEntity(any());
        }

        @Test
        void ofAnotherKindIsLeftAsItIs() {
            beginAtEncvoyAddress();
            show("<!DOCTYPE html><INPUT NAME=\"iss\"/>");
            show(new byte[0]);
            show(null);

            verify(response, never()).setEntity(any());
        }
    }
}
