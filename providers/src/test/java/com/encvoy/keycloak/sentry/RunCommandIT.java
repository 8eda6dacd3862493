package com.encvoy.keycloak.sentry;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.Pack;

import static org.assertj.core.api.Assertions.assertThat;

/** The command behind {@code docker/run} where it cannot start; FrontPageCommandsIT starts it. */
@OwnServer
class RunCommandIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void aBusyPortIsToldInOneSentence() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            Path log = home.resolve("busy.log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            Pack.launcher().toString(),
                            "--port",
                            String.valueOf(busy.getLocalPort()),
                            "--home",
                            home.resolve("home").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readAllLines(log))
                    .singleElement()
                    .asString()
                    .contains("Port " + busy.getLocalPort() + " cannot be used");
        }
    }
}
