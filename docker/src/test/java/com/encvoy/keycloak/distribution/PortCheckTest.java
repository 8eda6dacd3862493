package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PortCheckTest {

    @ParameterizedTest
    @CsvSource({"'', 8080", "--home trial, 8080", "--port 8081 --home trial, 8081", "--port=8082, 8082"})
    void findsThePortOnTheCommandLine(String commandLine, int port) {
        assertThat(PortCheck.port(commandLine.split(" "))).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port abc", "--port 0", "--port=65536", "--port -1", "--port"})
    void aWrongPortIsReportedInOneSentence(String commandLine) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortCheck.port(commandLine.split(" ")))
                .withMessage("The option --port must be a number from 1 to 65535: see docker/run --help.");
    }

    @Test
    void aBusyPortIsReportedInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortCheck.requireFree(other.getLocalPort()))
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

        assertThatCode(() -> PortCheck.requireFree(port)).doesNotThrowAnyException();
    }
}
