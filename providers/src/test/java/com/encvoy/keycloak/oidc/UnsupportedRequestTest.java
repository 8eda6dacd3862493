package com.encvoy.keycloak.oidc;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnsupportedRequestTest {

    private final MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();

    private String error() {
        return UnsupportedRequest.of(parameters).map(UnsupportedRequest::error).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "code, ''",
        "none, ''",
        "code id_token, ''",
        "code token, ''",
        "id_token  code token, ''",
        "token, unsupported_response_type",
        "id_token, unsupported_response_type",
        "id_token token, unsupported_response_type",
        "' token', unsupported_response_type",
        "nonsense, ''"
    })
    void isOneWithoutACode(String type, String error) {
        parameters.putSingle("response_type", type);

        assertThat(error()).isEqualTo(error);
        assertThat(UnsupportedRequest.hasFrontChannelTokens(parameters)).isEqualTo(type.contains("token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "query.jwt", "fragment.jwt", "form_post.jwt"})
    void isOneForASignedResponse(String mode) {
        parameters.putSingle("response_type", "code");
        parameters.putSingle("response_mode", mode);

        assertThat(error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "fragment", "form_post", "nonsense"})
    void isNotOneForAnotherMode(String mode) {
        parameters.putSingle("response_mode", mode);

        assertThat(error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJ.e30.", ""})
    void isOneInARequestObject(String object) {
        parameters.putSingle("request", object);

        assertThat(error()).isEqualTo("request_not_supported");
    }

    @Test
    void isOneAtAnAddressButNotAPushedOne() {
        parameters.putSingle("request_uri", "https://app.example/request.jwt");
        assertThat(error()).isEqualTo("request_uri_not_supported");

        parameters.putSingle("request_uri", "urn:ietf:params:oauth:request_uri:x");
        assertThat(error()).isEmpty();
    }

    @Test
    void isNotOneWithoutParameters() {
        assertThat(error()).isEmpty();
    }
}
