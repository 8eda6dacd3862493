package com.encvoy.keycloak.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What can be told without a Keycloak; creating one is part of the tests of the command. */
class CreateApplicationTest {

    private static final Checkout CHECKOUT =
            new Checkout(Path.of("..").toAbsolutePath().normalize(), "1.2.3");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CreateApplication command = new CreateApplication(new PrintStream(out, true));

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
    void helpListsTheTemplates() throws Exception {
        command.run(CHECKOUT, "--help");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("docker/run application TEMPLATE --url URL", "gitlab, grafana,", "--client-id ID");
    }

    @Test
    void aFolderWithoutATrialIsToldInOneSentence() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> create(port))
                .withMessage(
                        "There is no trial in " + home + ": start docker/run first, or name its folder with --home.");
    }

    @Test
    void aTrialThatDoesNotRunIsToldInOneSentence() throws Exception {
        makeTrial();

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> create(port))
                .withMessage("Nothing answers at http://localhost:" + port
                        + ": start docker/run first, or name its port with --port.");
    }

    @Test
    void anotherPasswordOfTheAdministratorIsToldInOneSentence() throws Exception {
        makeTrial();
        try (FakeKeycloak keycloak = new FakeKeycloak()) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> create(String.valueOf(keycloak.port())))
                    .withMessageStartingWith("The administrator has another password by now");
        }
    }

    @Test
    void aClientThatExistsIsLeftAlone() throws Exception {
        makeTrial();
        try (FakeKeycloak keycloak = new FakeKeycloak()) {
            keycloak.acceptingPasswords().answering("POST /admin/realms/encvoy/clients", 409, "");

            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> create(String.valueOf(keycloak.port())))
                    .withMessage("There is a client grafana already: choose another name with --client-id.");
        }
    }

    private void makeTrial() throws IOException {
        try (Home trial = Home.open(home)) {
            Secrets.of(trial);
        }
    }

    private void create(String ofPort) throws Exception {
        command.run(
                CHECKOUT,
                "grafana",
                "--url",
                "https://grafana.example.com",
                "--home",
                home.toString(),
                "--port",
                ofPort);
    }
}
