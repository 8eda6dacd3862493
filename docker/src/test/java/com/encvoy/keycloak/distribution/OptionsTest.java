package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTest {

    private static final Path DEFAULT_HOME = Path.of("/checkout/.encvoy").toAbsolutePath();

    @Test
    void withoutOptionsTheDefaultsApply() {
        Options options = Options.parse(DEFAULT_HOME);

        assertThat(options).isEqualTo(new Options(8080, DEFAULT_HOME, null, false));
        assertThat(options.server()).hasToString("http://localhost:8080");
    }

    @Test
    void everyOptionTakesEffect() {
        Options options = Options.parse(
                DEFAULT_HOME, "--port", "8081", "--home", "trial", "--sentry-url", "https://sentry.example.com/");

        assertThat(options.server()).hasToString("http://localhost:8081");
        assertThat(options.home()).isEqualTo(Path.of("trial").toAbsolutePath());
        assertThat(options.sentry()).isEqualTo(URI.create("https://sentry.example.com"));
    }

    @Test
    void helpIsGivenWhateverElseIsAsked() {
        assertThat(Options.parse(DEFAULT_HOME, "--port", "8081", "--help").help())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port abc            | The port must be a number from 1 to 65535, not abc.
            --port 0              | The port must be a number from 1 to 65535, not 0.
            --port 65536          | The port must be a number from 1 to 65535, not 65536.
            --port -1             | The port must be a number from 1 to 65535, not -1.
            --port                | The option --port needs a value: see docker/run --help.
            --home --port 1       | The option --home needs a value: see docker/run --help.
            --ports 1             | There is no option --ports: see docker/run --help.
            8080                  | There is no option 8080: see docker/run --help.
            --sentry-url sentry   | The address of Sentry must look like https://sentry.example.com, not sentry.
            --sentry-url http://* | The address of Sentry must look like https://sentry.example.com, not http://*.
            """)
    void whatCannotBeMeantIsToldInOneSentence(String commandLine, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(DEFAULT_HOME, commandLine.split(" ")))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:9000", "https://[::1]:9000", "https://example.com/sentry", "http://sentry_web:9000"})
    void addressesOfSentryAreTakenAsTheyAre(String address) {
        assertThat(Options.parse(DEFAULT_HOME, "--sentry-url", address).sentry())
                .hasToString(address);
    }

    @Test
    void aBusyPortIsToldInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            Options options = new Options(other.getLocalPort(), DEFAULT_HOME, null, false);

            assertThatIllegalArgumentException()
                    .isThrownBy(options::requireFreePort)
                    .withMessage("Port " + other.getLocalPort()
                            + " cannot be used (something else listens there): free it or choose another "
                            + "one with --port.");
        }
    }

    @Test
    void aFreePortIsAccepted() throws IOException {
        int port;
        try (ServerSocket shortLived = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            port = shortLived.getLocalPort();
        }

        assertThatCode(new Options(port, DEFAULT_HOME, null, false)::requireFreePort)
                .doesNotThrowAnyException();
    }
}
