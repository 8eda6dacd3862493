package com.encvoy.keycloak.oidc;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorRedirectTest {

    private static ErrorRedirect read(String location) {
        return ErrorRedirect.of(Response.seeOther(URI.create(location)).build()).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/cb?error=a, https://app.example/cb, QUERY",
        "https://app.example/cb#error=a, https://app.example/cb, FRAGMENT",
        "https://app.example/cb?own=1&error=a&state=s, https://app.example/cb?own=1, QUERY",
        "https://app.example/cb?own=1#error=a&iss=i, https://app.example/cb?own=1, FRAGMENT",
        "https://app.example/cb?error=a&own=%26#own, https://app.example/cb?own=%26#own, QUERY",
        "https://app.example/cb?error=first&error=a, https://app.example/cb, QUERY"
    })
    void isReadFromTheAddressOfTheApplication(String location, String redirectUri, OIDCResponseMode mode) {
        ErrorRedirect error = read(location);

        assertThat(error.redirectUri()).isEqualTo(redirectUri);
        assertThat(error.mode()).isEqualTo(mode);
        assertThat(error.error()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb",
                "https://app.example/cb?code=x&state=error%3Da",
                "https://app.example/cb?terror=a",
                "https://app.example/error=a",
                "https://app.example/cb#code=x?error=a"
            })
    void isNotFoundInAnotherResponse(String location) {
        assertThat(ErrorRedirect.of(Response.seeOther(URI.create(location)).build()))
                .isEmpty();
        assertThat(ErrorRedirect.of(Response.ok().build())).isEmpty();
    }

    @Test
    void keepsTheStateAsItIs() {
        ErrorRedirect error = read("https://app.example/cb?error=a&state=a%26b%2Bc+d%C3%A4");

        assertThat(error.parameters()).containsEntry("state", "a&b+c d\u00e4");
        assertThat(read(error.response(null).getLocation().toString()).parameters())
                .containsEntry("state", "a&b+c d\u00e4");
    }

    @Test
    void acceptsAParameterWithoutAValue() {
        assertThat(read("https://app.example/cb?error=a&state").parameters()).containsEntry("state", "");
    }

    @Test
    void isSentInAnotherModeWithAnotherIssuer() {
        Response response = read("https://app.example/cb?error=a&iss=realm")
                .withIssuer("https://id.example")
                .in(OIDCResponseMode.FRAGMENT)
                .response(null);

        assertThat(response.getLocation()).hasToString("https://app.example/cb#error=a&iss=https%3A%2F%2Fid.example");
    }
}
