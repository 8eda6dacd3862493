package com.encvoy.keycloak.check;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckOptionsTest {

    private static final Map<String, String> SECRET = Map.of("OIDC_CLIENT_SECRET", "secret");

    @Test
    void whatSentrysEnvironmentSaysNeedsNoOption() {
        CheckOptions options = CheckOptions.parse(Map.of(
                "OIDC_CLIENT_SECRET",
                "secret",
                "OIDC_DOMAIN",
                "https://id.example.com/api/oidc/",
                "OIDC_CLIENT_ID",
                "tracker",
                "SENTRY_URL",
                "https://sentry.example.com",
                "REQUESTS_CA_BUNDLE",
                "ca.pem"));

        assertThat(options)
                .isEqualTo(new CheckOptions(
                        URI.create("https://id.example.com/api/oidc"),
                        "tracker",
                        "secret",
                        URI.create("https://sentry.example.com"),
                        "openid email profile",
                        Path.of("ca.pem"),
                        false));
        assertThat(options.redirectUri()).isEqualTo("https://sentry.example.com/auth/sso/");
    }

    @Test
    void optionsComeBeforeTheEnvironment() {
        Map<String, String> environment = new HashMap<>(SECRET);
        environment.put("OIDC_DOMAIN", "https://other.example.com");

        CheckOptions options = CheckOptions.parse(
                environment,
                "--issuer",
                "http://127.0.0.1:8080/api/oidc",
                "--sentry-url",
                "https://[::1]:9000",
                "--client-id",
                "other",
                "--scope",
                "openid email");

        assertThat(options.issuer()).hasToString("http://127.0.0.1:8080/api/oidc");
        assertThat(options.clientId()).isEqualTo("other");
        assertThat(options.scope()).isEqualTo("openid email");
        assertThat(options.authorities()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.example.com",
                "ftp://id.example.com",
                "https://id.example.com/a b",
                "https://user@id.example.com"
            })
    void whatIsNoAddressIsToldInOneSentence(String issuer) {
        assertThatThrownBy(() ->
                        CheckOptions.parse(SECRET, "--issuer", issuer, "--sentry-url", "https://sentry.example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--issuer");
    }

    @Test
    void theSecretIsNoOption() {
        assertThatThrownBy(() -> CheckOptions.parse(SECRET, "--client-secret", "secret"))
                .hasMessageContaining("no option --client-secret");
        assertThatThrownBy(() -> CheckOptions.parse(Map.of(), "--issuer", "https://id.example.com"))
                .hasMessageContaining("OIDC_CLIENT_SECRET");
    }
}
