package com.encvoy.keycloak.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class RunTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path temp;

    @Test
    void helpNeedsNoKeycloak() throws Exception {
        assertThat(run("exit 0", "--help")).isZero();

        assertThat(out).hasToString(Options.HELP);
        assertThat(temp.resolve("checkout/.encvoy")).doesNotExist();
    }

    @Test
    void aBusyPortIsNoticedBeforeAnythingIsUnpacked() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThat(run("exit 0", "--port", Integer.toString(other.getLocalPort())))
                    .isEqualTo(1);
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Port ").hasLineCount(1);
        assertThat(temp.resolve("checkout/.encvoy")).doesNotExist();
    }

    @Test
    void aKeycloakThatDoesNotStartIsToldInOneSentence() throws Exception {
        assertThat(run("exit 3", "--port", freePort())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("Keycloak ended before it was ready (exit code 3): the reason is above.");
    }

    @Test
    void aKeycloakThatWasStoppedIsNoFailure() throws Exception {
        assertThat(run("exit 143", "--port", freePort())).isEqualTo(143);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aHomeThatCannotBeMadeIsToldInOneSentence() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));

        assertThat(run("exit 0", "--port", freePort(), "--home", file.toString()))
                .isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("The folder " + file
                        + " cannot be used (FileAlreadyExistsException): choose another one with --home.");
    }

    private int run(String startScript, String... args) throws IOException, InterruptedException {
        Checkout checkout = TestCheckout.in(temp.resolve("checkout"), "#!/bin/sh\n" + startScript + "\n");
        return new Run(new PrintStream(out, true), new PrintStream(err, true)).run(checkout, args);
    }

    private static String freePort() throws IOException {
        try (ServerSocket shortLived = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return Integer.toString(shortLived.getLocalPort());
        }
    }
}
