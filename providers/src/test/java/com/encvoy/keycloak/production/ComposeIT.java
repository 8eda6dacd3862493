package com.encvoy.keycloak.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.Pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The compose files, read by the compose command itself. */
@OwnServer
class ComposeIT {

    private static final boolean REQUIRED = "required".equals(System.getProperty("encvoy.test.compose"));

    private static final List<List<String>> COMMANDS = List.of(List.of("docker", "compose"), List.of("docker-compose"));

    @TempDir
    private Path folder;

    private List<String> command;

    /** The output and the exit code of the command. */
    private record Answer(int exitCode, String printed) {}

    @BeforeEach
    void findCommand() throws Exception {
        for (List<String> candidate : COMMANDS) {
            if (run(candidate, List.of("version"))
                    .map(Answer::exitCode)
                    .filter(code -> code == 0)
                    .isPresent()) {
                command = candidate;
            }
        }
        assumeTrue(command != null || REQUIRED, "There is no docker compose");
    }

    @Test
    void theFilledExampleIsAllThatIsNeeded() throws Exception {
        for (List<String> files : List.of(List.of("compose.yaml"), List.of("compose.yaml", "compose.cluster.yaml"))) {
            Answer answer = config(filledExample(), files);

            assertThat(answer.exitCode()).as(answer.printed()).isZero();
            assertThat(answer.printed()).contains("postgres:", "KC_HOSTNAME: http://localhost:8080", "service_healthy");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POSTGRES_PASSWORD",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                "SENTRY_URL",
                "SENTRY_CLIENT_SECRET",
                "KC_HOSTNAME"
            })
    void whatIsMissingIsNamed(String variable) throws Exception {
        Answer answer = config(filledExample().replaceAll("(?m)^" + variable + "=.*$", ""), List.of("compose.yaml"));

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.printed()).contains("Set " + variable + " in docker/.env");
    }

    private static String filledExample() throws IOException {
        return Files.readString(Pack.containerFile(".env.example"))
                .replaceAll("(?m)^([A-Z_]*(?:PASSWORD|SECRET|SENTRY_URL))=$", "$1=filled-in");
    }

    private Answer config(String environment, List<String> files) throws Exception {
        Path file = Files.writeString(folder.resolve("env"), environment);
        List<String> arguments = new ArrayList<>(List.of("--env-file", file.toString()));
        files.forEach(
                name -> arguments.addAll(List.of("-f", Pack.containerFile(name).toString())));
        arguments.add("config");
        return run(command, arguments).orElseThrow();
    }

    /** Empty if there is no such command. */
    private static Optional<Answer> run(List<String> command, List<String> arguments) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Stream.concat(command.stream(), arguments.stream()).toList())
                    .redirectErrorStream(true);
            // Variables of the user who runs the tests would override those of the file.
            builder.environment().keySet().removeIf(name -> name.matches("(KC|SENTRY|SMTP|POSTGRES|COMPOSE|PROXY)_.*"));
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Answer(process.waitFor(), printed));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
