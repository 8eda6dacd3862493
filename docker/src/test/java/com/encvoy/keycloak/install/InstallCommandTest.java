package com.encvoy.keycloak.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.command.Execution;
import com.encvoy.keycloak.command.UserError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The command line; InstallIT installs in a real realm. */
class InstallCommandTest {

    private static final Map<String, String> PASSWORD = Map.of("KC_CLI_PASSWORD", "the-password");

    private static Execution install(Map<String, String> environment, String... args) {
        return Execution.of(InstallCommand.commandLine(environment), args);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --realm staff                                      | The option --server is missing
            --server id.example.com --realm staff              | The option --server must be an address like \
            https://id.example.com
            --server https://a --realm staff --part flows      | The option --part must be endpoints, profile, login, \
            look, dashboard or sentry
            --server https://a --realm staff --part sentry     | The part sentry needs the address of Sentry; set the \
            environment variable SENTRY_URL
            --server https://a --realm staff --password=secret | There is no option --password
            --server https://a --realm staff --ca none.pem     | The option --ca must name a readable file with \
            certificates in PEM format
            --server https://a --realm b --password-file none  | The option --password-file must name a file that can \
            be read
            """)
    void aWrongCommandLineIsReportedInOneSentence(String commandLine, String problem) {
        assertThat(install(PASSWORD, commandLine.split(" +")))
                .isEqualTo(new Execution(2, "", problem + ": see install --help.\n"));
    }

    @Test
    void aMissingRealmAndTwoWaysToChooseAreReported() {
        assertThat(install(PASSWORD, "--server", "https://a").exitCode()).isEqualTo(2);
        assertThat(install(PASSWORD, "--server", "https://a", "--realm", "b", "--all-realms")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void masterIsRefusedWithAReason() {
        Execution refused = install(PASSWORD, "--server", "http://localhost:1", "--realm", "master");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("locks them out", "--even-master").hasLineCount(1);
    }

    @Test
    void aServerThatDoesNotAnswerHasAnExitCodeOfItsOwn() {
        Execution failed = install(PASSWORD, "--server", "http://localhost:1", "--realm", "staff");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.err()).contains("does not answer").doesNotContain("the-password");
    }

    @Test
    void helpExplainsPartsSecretsAndExitCodes() {
        assertThat(install(Map.of(), "--help").out())
                .contains("KC_CLI_PASSWORD", "Parts: endpoints", "Exit code: 0", "--apply", "--json");
        assertThat(Execution.of(UninstallCommand.commandLine(Map.of()), "--help")
                        .out())
                .contains("--leave-changed", "Exit code: 0");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aGeneratedSecretIsInAFileThatOnlyItsOwnerReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sentry.env");

        SentrySecret secret = SentrySecret.in(file, "error-tracker");

        assertThat(Files.readString(file))
                .isEqualTo("OIDC_CLIENT_ID=error-tracker\nOIDC_CLIENT_SECRET=" + secret.value() + "\n");
        assertThat(secret.value()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(secret.toString()).doesNotContain(secret.value());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> SentrySecret.in(file, "error-tracker"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--secret-file");
    }
}
