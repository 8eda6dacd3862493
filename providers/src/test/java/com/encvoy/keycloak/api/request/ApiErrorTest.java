package com.encvoy.keycloak.api;

import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

import static org.assertj.core.api.Assertions.assertThat;

class ApiErrorTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(ApiError.unauthorized(), 401, "invalid_token", "Bearer error=\"invalid_token\""),
                Arguments.of(ApiError.forbidden(), 403, "insufficient_scope", "Bearer error=\"insufficient_scope\""),
                Arguments.of(ApiError.badRequest("Why."), 400, "invalid_request", null),
                Arguments.of(ApiError.notFound("Why."), 404, "not_found", null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalHasTheShapeOfRfc6750(WebApplicationException refusal, int status, String error, String challenge) {
        OAuth2ErrorRepresentation body =
                (OAuth2ErrorRepresentation) refusal.getResponse().getEntity();

        assertThat(refusal.getResponse().getStatus()).isEqualTo(status);
        assertThat(refusal.getResponse().getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(refusal.getResponse().getHeaderString("WWW-Authenticate")).isEqualTo(challenge);
        assertThat(body.getError()).isEqualTo(error);
        assertThat(body.getErrorDescription()).endsWith(".");
    }
}
