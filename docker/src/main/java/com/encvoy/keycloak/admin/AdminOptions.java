package com.encvoy.keycloak.admin;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.encvoy.keycloak.command.AddressConverter;
import com.encvoy.keycloak.command.Trust;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The options with which a command signs in to a server. A secret comes from a variable of {@code kcadm.sh}, from a
 * file, or from a prompt: each user of a machine can read the options of a process.
 */
public final class AdminOptions {

    /** Password of {@code --user}. */
    public static final String PASSWORD = "KC_CLI_PASSWORD";

    /** Secret of {@code --admin-client}. */
    public static final String CLIENT_SECRET = "KC_CLI_CLIENT_SECRET";

    @Option(
            names = "--server",
            paramLabel = "URL",
            required = true,
            converter = AddressConverter.class,
            description = "address of Keycloak, such as https://id.example.com")
    private URI server;

    @Option(names = "--user", paramLabel = "NAME", description = "administrator who signs in, default admin")
    private String user = "admin";

    @Option(
            names = "--admin-client",
            paramLabel = "ID",
            description = "client with a service account that signs in instead of --user")
    private String clientId;

    @Option(
            names = "--admin-realm",
            paramLabel = "REALM",
            description = "realm of the administrator or the client, default master")
    private String realm = "master";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "file whose first line is the password or the client's secret; default $" + PASSWORD + " or $"
                    + CLIENT_SECRET + ", else a prompt")
    private Path file;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file of certificates to trust instead of well-known ones")
    private Path authorities;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** @param environment the variables of the process */
    public AdminOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Address of the server, without a trailing slash. */
    public URI server() {
        return server;
    }

    /**
     * A client for the server, which has sent nothing yet.
     *
     * @throws ParameterException if there is no secret, or a file cannot be read
     */
    public AdminClient client() {
        AdminLogin login = clientId == null
                ? AdminLogin.person(realm, user, secret(PASSWORD, "Password of " + user + ": "))
                : AdminLogin.client(realm, clientId, secret(CLIENT_SECRET, "Secret of " + clientId + ": "));
        return new AdminClient(server, login, Trust.in(spec.commandLine(), authorities));
    }

    // Where Java 22 and newer give a console without a terminal, the prompt reads the end of the input: no secret.
    @SuppressWarnings("SystemConsoleNull")
    private String secret(String variable, String prompt) {
        String secret = file == null ? environment.getOrDefault(variable, "") : firstLine();
        Console console = System.console();
        if (secret.isEmpty() && file == null && console != null) {
            char[] typed = console.readPassword("%s", prompt);
            secret = typed == null ? "" : new String(typed);
        }
        if (secret.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The secret is missing; set the environment variable " + variable + " or name a file with"
                            + " --password-file");
        }
        return secret;
    }

    private String firstLine() {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "The option --password-file must name a file that can be read", e);
        }
    }
}
