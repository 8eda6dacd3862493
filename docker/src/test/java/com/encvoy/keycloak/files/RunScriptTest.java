package com.encvoy.keycloak.files;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that {@code docker/run} gives before it builds anything. */
@DisabledOnOs(OS.WINDOWS)
class RunScriptTest {

    private record Answer(int exitCode, String printed) {}

    @Test
    void helpNeedsNoBuild() throws Exception {
        assertThat(run("--port", "8081", "--help")).isEqualTo(new Answer(0, Files.readString(Path.of("run-help.txt"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --ports 1         | There is no option --ports: see docker/run --help.
            --password=secret | There is no option --password: see docker/run --help.
            --port=abc        | The option --port must be a number from 1 to 65535: see docker/run --help.
            """)
    void aWrongOptionIsReportedInOneSentence(String commandLine, String sentence) throws Exception {
        assertThat(run(commandLine.split(" "))).isEqualTo(new Answer(1, sentence + "\n"));
    }

    @Test
    void aBusyPortIsReportedInOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            Answer answer = run("--verbose", "--port", Integer.toString(other.getLocalPort()));

            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.printed())
                    .startsWith("Port " + other.getLocalPort() + " cannot be used")
                    .hasLineCount(1);
        }
    }

    private static Answer run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "run"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), printed);
    }
}
