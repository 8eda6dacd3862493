package com.encvoy.keycloak.check;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.command.Execution;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class CheckCommandTest {

    private static final Map<String, String> SECRET = Map.of("OIDC_CLIENT_SECRET", "the-secret");

    @Test
    void theEnvironmentOfSentryReplacesEveryOption() {
        CheckSettings settings = settings(Map.of(
                "OIDC_CLIENT_SECRET",
                "the-secret",
                "OIDC_DOMAIN",
                "https://id.example.com/api/oidc/",
                "OIDC_CLIENT_ID",
                "tracker",
                "SENTRY_URL",
                "https://sentry.example.com",
                "OIDC_SCOPE",
                " "));

        assertThat(settings)
                .isEqualTo(new CheckSettings(
                        URI.create("https://id.example.com/api/oidc"),
                        "tracker",
                        "the-secret",
                        URI.create("https://sentry.example.com"),
                        "openid email profile"));
        assertThat(settings.redirectUri()).isEqualTo("https://sentry.example.com/auth/sso/");
        assertThat(settings.toString()).doesNotContain("the-secret");
    }

    @Test
    void optionsComeBeforeTheEnvironment() {
        Map<String, String> environment = new HashMap<>(SECRET);
        environment.put("OIDC_DOMAIN", "https://other.example.com");

        CheckSettings settings = settings(
                environment,
                "--issuer",
                "http://127.0.0.1:8080/api/oidc",
                "--sentry-url",
                "https://[::1]:9000",
                "--client-id=other",
                "--scope",
                "openid email");

        assertThat(settings.issuer()).hasToString("http://127.0.0.1:8080/api/oidc");
        assertThat(settings.clientId()).isEqualTo("other");
        assertThat(settings.scope()).isEqualTo("openid email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.example.com",
                "ftp://id.example.com",
                "https://id.example.com/a?b",
                "https://user@id.example.com"
            })
    void aWrongAddressIsReportedInOneSentence(String issuer) {
        assertThat(error(SECRET, "--issuer", issuer, "--sentry-url", "https://sentry.example.com"))
                .isEqualTo("The option --issuer must be an address like https://id.example.com: see check --help.");
    }

    @Test
    void aMissingAddressIsReportedInOneSentence() {
        assertThat(error(SECRET, "--issuer", "https://id.example.com"))
                .isEqualTo("The option --sentry-url is missing: see check --help.");
    }

    @Test
    void theSecretComesFromTheEnvironmentOnlyAndIsNeverPrinted() {
        assertThat(error(SECRET, "--issuer", "https://a", "--sentry-url", "https://b", "--client-secret", "the-secret"))
                .isEqualTo("There is no option --client-secret: see check --help.");
        assertThat(error(SECRET, "--issuer", "https://a", "--sentry-url", "https://b", "--client-secret=the-secret"))
                .isEqualTo("There is no option --client-secret: see check --help.");
        assertThat(error(SECRET, "--issuer", "https://a", "--sentry-url", "https://b", "the-secret"))
                .isEqualTo("There is one argument too many: see check --help.");
        assertThat(error(Map.of(), "--issuer", "https://id.example.com", "--sentry-url", "https://sentry.example.com"))
                .isEqualTo("The client secret is missing; set the environment variable OIDC_CLIENT_SECRET: "
                        + "see check --help.");
    }

    @Test
    void aFileWithoutCertificatesIsReportedInOneSentence(@TempDir Path folder) throws Exception {
        String sentence = "The option --ca must name a %sfile with certificates in PEM format: see check --help.";

        assertThat(ofAuthorities(folder.resolve("missing.pem"))).isEqualTo(sentence.formatted("readable "));
        assertThat(ofAuthorities(Files.writeString(folder.resolve("empty.pem"), "")))
                .isEqualTo(sentence.formatted(""));
    }

    @Test
    void helpNamesEveryOptionAndTheExitCodes() {
        Execution help = Execution.of(CheckCommand.commandLine(Map.of()), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: check ")
                .contains("--issuer=URL", "--ca=FILE", "default $OIDC_DOMAIN", "Exit code: 0 every step passed");
    }

    private static CheckSettings settings(Map<String, String> environment, String... args) {
        CommandLine commandLine = CheckCommand.commandLine(environment);
        commandLine.parseArgs(args);
        return commandLine.<CheckCommand>getCommand().settings();
    }

    private static String ofAuthorities(Path file) {
        return error(SECRET, "--issuer", "https://a", "--sentry-url", "https://b", "--ca", file.toString());
    }

    private static String error(Map<String, String> environment, String... args) {
        Execution check = Execution.of(CheckCommand.commandLine(environment), args);
        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out()).isEmpty();
        return check.err().strip();
    }
}
