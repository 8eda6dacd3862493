package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.command.Execution;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** How the command behaves without a real Keycloak; FrontPageCommandsIT creates an application in one. */
class ApplicationCommandTest {

    private static final Checkout CHECKOUT =
            new Checkout(Path.of("..").toAbsolutePath().normalize(), "1.2.3");

    @TempDir
    private Path home;

    private String port;

    @BeforeEach
    void closePort() throws IOException {
        try (FakeKeycloak keycloak = new FakeKeycloak()) {
            port = String.valueOf(keycloak.port());
        }
    }

    @Test
    void helpListsTheOptionsAndTheTemplates() {
        Execution help = execute("application", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains(
                        "Usage: docker/run application",
                        " TEMPLATE",
                        "Templates: gitlab, grafana,",
                        "--url=URL",
                        "--client-id=ID",
                        "--port=PORT",
                        "--home=DIR");
    }

    @Test
    void aTemplateAndAnAddressAreEnough() {
        ApplicationCommand command = parse("application", "grafana", "--url", "https://grafana.example.com/");

        assertThat(command.clientId()).isEqualTo("grafana");
        assertThat(command.address()).hasToString("https://grafana.example.com");
        assertThat(command.trial().port()).isEqualTo(8080);
        assertThat(command.trial().folder()).isEqualTo(CHECKOUT.root().resolve(".encvoy"));
    }

    @ParameterizedTest
    @CsvSource({
        "--port 8081 --home trial application --client-id second_grafana --url http://[::1]:3000/grafana grafana",
        "application --home=trial --client-id=second_grafana --port=8081 --url=http://[::1]:3000/grafana grafana"
    })
    void everyOptionTakesEffectInAnyOrder(String commandLine) {
        ApplicationCommand command = parse(commandLine.split(" "));

        assertThat(command.clientId()).isEqualTo("second_grafana");
        assertThat(command.address()).hasToString("http://[::1]:3000/grafana");
        assertThat(command.trial().port()).isEqualTo(8081);
        assertThat(command.trial().folder()).isEqualTo(Path.of("trial").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            grafana                              | The option --url is missing
            --url https://a.example.com          | The argument TEMPLATE is missing
            grafana --url                        | The option --url needs a value
            grafana --url grafana                | The option --url must be an address like https://id.example.com
            grafana --url https://a/?b="c        | The option --url must be an address like https://id.example.com
            grafana --url http://a --client-id " | The option --client-id may contain only letters, digits, - and _
            grafana --url http://a --port 0      | The option --port must be a number from 1 to 65535
            grafana gitlab --url http://a        | There is one argument too many
            grafana --url http://a --sentry-url http://a | There is no option --sentry-url
            """)
    void aWrongCommandLineIsReportedInOneSentence(String commandLine, String problem) {
        assertThat(execute(("application " + commandLine).split(" ")))
                .isEqualTo(new Execution(1, "", problem + ": see docker/run application --help.\n"));
    }

    @Test
    void aFolderWithoutATrialIsReportedInOneSentence() {
        assertThat(create(port))
                .isEqualTo(
                        "There is no trial in " + home + ": start docker/run first, or name its folder with --home.");
    }

    @Test
    void aTrialThatDoesNotRunIsReportedInOneSentence() throws Exception {
        makeTrial();

        assertThat(create(port))
                .isEqualTo("Nothing answers at http://localhost:" + port
                        + ": start docker/run first, or name its port with --port.");
    }

    @Test
    void anotherPasswordOfTheAdministratorIsReportedInOneSentence() throws Exception {
        makeTrial();
        try (FakeKeycloak keycloak = new FakeKeycloak()) {
            assertThat(create(String.valueOf(keycloak.port())))
                    .startsWith("The password of the administrator has been changed");
        }
    }

    @Test
    void aClientThatExistsIsLeftAlone() throws Exception {
        makeTrial();
        try (FakeKeycloak keycloak = new FakeKeycloak()) {
            keycloak.acceptingPasswords().answering("POST /admin/realms/encvoy/clients", 409, "");

            assertThat(create(String.valueOf(keycloak.port())))
                    .isEqualTo("There is already a client grafana: choose another name with --client-id.");
        }
    }

    private void makeTrial() throws IOException {
        try (TrialFolder trial = TrialFolder.open(home)) {
            Secrets.of(trial);
        }
    }

    /** @return the sentence that says why the application was not created */
    private String create(String ofPort) {
        Execution creation = execute(
                "application",
                "grafana",
                "--url",
                "https://grafana.example.com",
                "--home",
                home.toString(),
                "--port",
                ofPort);
        assertThat(creation.exitCode()).isEqualTo(1);
        assertThat(creation.out()).isEmpty();
        return creation.err().strip();
    }

    private static ApplicationCommand parse(String... args) {
        CommandLine commandLine = TrialCommand.commandLine(CHECKOUT);
        commandLine.parseArgs(args);
        return commandLine.getSubcommands().get("application").getCommand();
    }

    private static Execution execute(String... args) {
        return Execution.of(TrialCommand.commandLine(CHECKOUT), args);
    }
}
