package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.command.Execution;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class TrialCommandTest {

    @TempDir
    private Path temp;

    @Test
    void withoutOptionsTheDefaultsApply() throws Exception {
        TrialSettings settings = settings();

        assertThat(settings).isEqualTo(new TrialSettings(8080, temp.resolve("checkout/.encvoy"), null, false, false));
        assertThat(settings.url()).hasToString("http://localhost:8080");
    }

    @Test
    void everyOptionTakesEffect() throws Exception {
        assertThat(settings(
                        "--port",
                        "8081",
                        "--verbose",
                        "--debug",
                        "--home=trial",
                        "--sentry-url",
                        "https://sentry.example.com/"))
                .isEqualTo(new TrialSettings(
                        8081, Path.of("trial").toAbsolutePath(), URI.create("https://sentry.example.com"), true, true));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:9000", "https://[::1]:9000", "https://example.com/sentry", "http://sentry_web:9000"})
    void addressesOfSentryAreTakenAsTheyAre(String address) throws Exception {
        assertThat(settings("--sentry-url", address).sentry()).hasToString(address);
    }

    @Test
    void theHelpOfTheScriptIsThatOfTheCommand() throws Exception {
        Execution help = execute("exit 0", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .as("docker/run-help.txt: write it anew with java -jar target/encvoy-keycloak-distribution.jar --help")
                .isEqualTo(Files.readString(Path.of("run-help.txt")));
        assertThat(temp.resolve("checkout/.encvoy")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port abc            | The option --port must be a number from 1 to 65535
            --port 0              | The option --port must be a number from 1 to 65535
            --port=65536          | The option --port must be a number from 1 to 65535
            --port -1             | The option --port must be a number from 1 to 65535
            --port                | The option --port needs a value
            --home --port 1       | The option --home needs a value
            --home=               | The option --home needs a value
            --port 1 --port 2     | The option --port may be given only once
            --ports 1             | There is no option --ports
            --password=secret     | There is no option --password
            8080                  | There is one argument too many
            @secret               | There is one argument too many
            --sentry-url sentry   | The option --sentry-url must be an address like https://id.example.com
            --sentry-url http://* | The option --sentry-url must be an address like https://id.example.com
            --sentry-url http://a:99999      | The option --sentry-url must be an address like https://id.example.com
            --sentry-url http://me:secret@a/ | The option --sentry-url must be an address like https://id.example.com
            """)
    void aWrongCommandLineIsReportedInOneSentence(String commandLine, String problem) throws Exception {
        assertThat(execute("exit 0", commandLine.split(" ")))
                .isEqualTo(new Execution(1, "", problem + ": see docker/run --help.\n"));
    }

    @Test
    void aBusyPortIsNoticedBeforeAnythingIsUnpacked() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            Execution run = execute("exit 0", "--port", Integer.toString(other.getLocalPort()));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("Port ").hasLineCount(1);
        }
        assertThat(temp.resolve("checkout/.encvoy")).doesNotExist();
    }

    @Test
    void aKeycloakThatDoesNotStartIsReportedWithTheEndOfItsLog() throws Exception {
        Execution run = execute(
                "seq 1 100; echo the reason >&2; echo '2026-11-27 13:03:07,545 WARN  [org.example] (main) no reason'; "
                        + "printf '\\tat com.example.X\\n'; exit 3",
                "--port",
                freePort());

        Path log = temp.resolve("checkout/.encvoy/keycloak.log");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Keycloak ended before it was ready (exit code 3). The end of its log, " + log + ":\n\n")
                .endsWith("\n  99\n  100\n  the reason\n")
                .doesNotContain("  50\n");
        assertThat(run.out()).doesNotContain("the reason").contains("(log: " + log + ")");
        assertThat(log).content().startsWith("1\n2\n").endsWith("no reason\n\tat com.example.X\n");
    }

    @Test
    void everythingIsShownIfItIsAskedFor() throws Exception {
        assertThat(execute("echo the output; exit 3", "--verbose", "--port", freePort())
                        .out())
                .endsWith("the output\n");
    }

    @Test
    void aKeycloakThatWasStoppedIsNotAFailure() throws Exception {
        Execution run = execute("exit 143", "--port", freePort());

        assertThat(run.exitCode()).isEqualTo(143);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsReportedInOneSentence() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));

        Execution run = execute("exit 0", "--port", freePort(), "--home", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().strip())
                .isEqualTo("The folder " + file
                        + " cannot be used (FileAlreadyExistsException): choose another one with --home.");
    }

    private TrialSettings settings(String... args) throws IOException {
        CommandLine commandLine = commandLine("exit 0");
        commandLine.parseArgs(args);
        return commandLine.<TrialCommand>getCommand().settings();
    }

    private Execution execute(String startScript, String... args) throws IOException {
        return Execution.of(commandLine(startScript), args);
    }

    private CommandLine commandLine(String startScript) throws IOException {
        return TrialCommand.commandLine(TestCheckout.in(temp.resolve("checkout"), "#!/bin/sh\n" + startScript + "\n"));
    }

    private static String freePort() throws IOException {
        try (ServerSocket shortLived = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return Integer.toString(shortLived.getLocalPort());
        }
    }
}
