package com.encvoy.keycloak.command;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncvoyCommandTest {

    private static final Map<String, String> PASSWORD = Map.of("KC_CLI_PASSWORD", "the-password");

    private static Execution execute(String... args) {
        return Execution.of(EncvoyCommand.commandLine(PASSWORD), args);
    }

    @Test
    void helpListsTheCommands() {
        assertThat(execute("--help").out())
                .contains("Usage: encvoy", "  run ", "  application ", "  check ", "  install ", "  uninstall ");
    }

    @ParameterizedTest
    @CsvSource({"run", "application", "check", "install", "uninstall"})
    void eachCommandHasHelpOfItsOwn(String command) {
        Execution help = execute(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: encvoy " + command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 |                                                | The command is missing: see encvoy --help.
            2 | remove                                         | There is one argument too many: see encvoy --help.
            1 | run --ports 1                                  | There is no option --ports: see encvoy run --help.
            2 | check --issuer a                               | The option --issuer must be an address like \
            https://id.example.com: see encvoy check --help.
            2 | install --realm a                              | The option --server is missing: see encvoy install \
            --help.
            3 | install --realm a --server http://localhost:1  | The server at http://localhost:1 does not answer \
            (ConnectException): is it running, and is the address right?
            """)
    void eachCommandKeepsItsExitCodes(int exitCode, String commandLine, String sentence) {
        String[] args = commandLine == null ? new String[0] : commandLine.split(" ");

        assertThat(execute(args)).isEqualTo(new Execution(exitCode, "", sentence + "\n"));
    }
}
