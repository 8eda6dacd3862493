package com.encvoy.keycloak.distribution;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApplicationOptionsTest {

    private static final Path DEFAULT_HOME = Path.of("/checkout/.encvoy").toAbsolutePath();

    @Test
    void aTemplateAndAnAddressAreEnough() {
        ApplicationOptions options =
                ApplicationOptions.parse(DEFAULT_HOME, "grafana", "--url", "https://grafana.example.com/");

        assertThat(options.template()).isEqualTo("grafana");
        assertThat(options.clientId()).isEqualTo("grafana");
        assertThat(options.application()).hasToString("https://grafana.example.com");
        assertThat(options.server()).isEqualTo(new Options(8080, DEFAULT_HOME, null, false));
    }

    @Test
    void everyOptionTakesEffectInAnyOrder() {
        ApplicationOptions options = ApplicationOptions.parse(
                DEFAULT_HOME,
                "--home",
                "trial",
                "--client-id",
                "second_grafana",
                "--port",
                "8081",
                "--url",
                "http://[::1]:3000/grafana",
                "grafana");

        assertThat(options.clientId()).isEqualTo("second_grafana");
        assertThat(options.application()).hasToString("http://[::1]:3000/grafana");
        assertThat(options.server())
                .isEqualTo(new Options(8081, Path.of("trial").toAbsolutePath(), null, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grafana                             | A template and --url are needed: see docker/run application --help.
            --url https://a.example.com         | A template and --url are needed: see docker/run application --help.
            grafana --url                       | The option --url needs a value: see docker/run --help.
            grafana --url grafana               | The address of the application must look like https://grafana.example.com, not grafana.
            grafana --url https://a/?b="c       | The address of the application must look like https://grafana.example.com, not https://a/?b="c.
            grafana --url http://a --client-id "| The client ID may have letters, digits, - and _, not ".
            grafana --url http://a --port 0     | The port must be a number from 1 to 65535, not 0.
            grafana gitlab --url http://a       | There is no option gitlab: see docker/run application --help.
            grafana --sentry-url http://a       | There is no option --sentry-url: see docker/run application --help.
            """, quoteCharacter = '\'')
    void whatCannotBeMeantIsToldInOneSentence(String commandLine, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApplicationOptions.parse(DEFAULT_HOME, commandLine.split(" ")))
                .withMessage(sentence);
    }
}
