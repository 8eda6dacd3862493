package com.encvoy.keycloak.api.request;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.encvoy.keycloak.application.editing.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class ApiErrorTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(ApiError.unauthorized(), 401, "invalid_token", "Bearer error=\"invalid_token\""),
                Arguments.of(ApiError.forbidden(), 403, "insufficient_scope", "Bearer error=\"insufficient_scope\""),
                Arguments.of(ApiError.badRequest("Why."), 400, "invalid_request", null),
                Arguments.of(ApiError.conflict("Why."), 409, "conflict", null),
                Arguments.of(ApiError.preconditionFailed("Why."), 412, "precondition_failed", null),
                Arguments.of(ApiError.preconditionRequired(), 428, "precondition_required", null),
                Arguments.of(ApiError.notFound("Why."), 404, "not_found", null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalHasTheShapeOfRfc6750(WebApplicationException refusal, int status, String error, String challenge) {
        assertThat(refusal.getResponse().getStatus()).isEqualTo(status);
        assertThat(refusal.getResponse().getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(refusal.getResponse().getHeaderString("WWW-Authenticate")).isEqualTo(challenge);
        assertThat(body(refusal)).containsEntry("error", error).doesNotContainKeys("field", "code");
        assertThat(body(refusal).get("error_description")).endsWith(".");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> body(WebApplicationException refusal) {
        return (Map<String, String>) refusal.getResponse().getEntity();
    }

    @ParameterizedTest
    @CsvSource({
        "color, 400, invalid_request",
        "only_owners, 403, insufficient_scope",
        "not_a_member, 404, not_found",
        "last_owner, 409, conflict",
        "busy, 409, conflict",
        "too_many_mails, 429, too_many_requests"
    })
    void aRefusalOfAUseCaseHasItsStatusAndKeepsFieldAndCode(String code, int status, String error) {
        WebApplicationException refusal = ApiError.refused(Refusal.of("role", code, "Why."));

        assertThat(refusal.getResponse().getStatus()).isEqualTo(status);
        assertThat(body(refusal))
                .containsEntry("error", error)
                .containsEntry("error_description", "Why.")
                .containsEntry("field", "role")
                .containsEntry("code", code);
    }

    @Test
    void aVersionThatIsOldIsAFailedPrecondition() {
        assertThat(ApiError.refused(Refusal.of("", "stale", "Why."))
                        .getResponse()
                        .getStatus())
                .isEqualTo(412);
    }
}
