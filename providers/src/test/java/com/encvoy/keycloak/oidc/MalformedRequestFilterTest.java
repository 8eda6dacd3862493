package com.encvoy.keycloak.oidc;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class MalformedRequestFilterTest {

    private static Optional<Response> refusal(String method, String path, String contentType) {
        ContainerRequestContext request = Stub.of(ContainerRequestContext.class);
        UriInfo uri = Stub.of(UriInfo.class);
        when(uri.getPath()).thenReturn(path);
        when(request.getUriInfo()).thenReturn(uri);
        when(request.getMethod()).thenReturn(method);
        when(request.getHeaderString("Content-Type")).thenReturn(contentType);
        new MalformedRequestFilter().filter(request);
        ArgumentCaptor<Response> response = ArgumentCaptor.captor();
        verify(request, atLeast(0)).abortWith(response.capture());
        return response.getAllValues().stream().findFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/oidc",
                "/api/oidc",
                "/api/oidc/token",
                "/realms/demo/api/oidc/token",
                "realms/demo/api/oidc",
                "/api/oidc;x=y",
                "/api/oidc?x",
                "/oidc",
                "oidc/token",
                "/.well-known/openid-configuration",
                "/realms/demo/api/oidc/root/auth"
            })
    void anEncvoyPathIsOurs(String path) {
        assertThat(MalformedRequestFilter.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/demo/protocol/openid-connect/token",
                "/api/oidcx",
                "/x/api/oidc",
                "/realms/a/b/api/oidc",
                "/realms//api/oidc",
                "/realms/demo/oidc",
                "/oidcx",
                "/realms/oidc",
                "/.well-known/openid-configuration/realms/demo",
                "/realms/demo/.well-known/openid-configuration",
                "/api"
            })
    void anotherPathIsNot(String path) {
        assertThat(MalformedRequestFilter.isOurs(path)).isFalse();
        assertThat(refusal("BREW", path, "multipart/form-data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain; charset=utf-8", "*/*"})
    void aReadableTypeOfContentPasses(String contentType) {
        assertThat(refusal("POST", "/api/oidc/token", contentType)).isEmpty();
    }

    @Test
    void aRequestWithoutContentPasses() {
        assertThat(refusal("GET", "/api/oidc/auth", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "multipart/form-data; boundary=x", "MULTIPART/mixed"})
    void anUnreadableTypeOfContentIsABadRequest(String contentType) {
        assertThat(refusal("POST", "/api/oidc/token", contentType))
                .map(Response::getStatus)
                .contains(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void aMethodThatReachesTheEndpointsPasses(String method) {
        assertThat(refusal(method, "/realms/demo/api/oidc/token", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/oidc/token, 405, 'POST, OPTIONS'",
        "/realms/demo/api/oidc/jwks, 405, 'GET, HEAD, OPTIONS'",
        "/oidc/token, 405, 'POST, OPTIONS'",
        "/.well-known/openid-configuration, 405, 'GET, HEAD, OPTIONS'",
        "/oidc/.well-known/openid-configuration, 405, 'GET, HEAD, OPTIONS'",
        "/api/oidc/nonsense, 404,",
        "/api/oidc, 404,"
    })
    void anotherMethodIsAnsweredByThePath(String path, int status, String allow) {
        Response response = refusal("TRACE", path, null).orElseThrow();

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeaderString("Allow")).isEqualTo(allow);
    }
}
