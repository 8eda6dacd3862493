package com.encvoy.keycloak.movein;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.encvoy.keycloak.movein.source.EncvoyDatabase;

import picocli.CommandLine.Option;

/** The options that name the database of an Encvoy ID. */
final class SourceOptions {

    /** Password of {@code --from-user}. */
    static final String PASSWORD = "ENCVOY_DB_PASSWORD";

    @Option(
            names = "--from",
            paramLabel = "URL",
            required = true,
            description = "database of Encvoy ID, such as jdbc:postgresql://db.example.com/encvoy")
    private String from;

    @Option(names = "--from-user", paramLabel = "NAME", description = "account that may read the database")
    private String fromUser;

    @Option(
            names = "--from-password-file",
            paramLabel = "FILE",
            description =
                    "file whose first line is the password of the database; default $" + PASSWORD + ", else a prompt")
    private Path fromPasswordFile;

    private final Map<String, String> environment;

    /** @param environment the variables of the process */
    SourceOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws IOException if the file with the password cannot be read */
    EncvoyDatabase open() throws IOException {
        return EncvoyDatabase.open(from, fromUser, password());
    }

    /** Null if the database asks for none, or the address has it. */
    @SuppressWarnings("SystemConsoleNull")
    private String password() throws IOException {
        if (fromPasswordFile != null) {
            return Files.readString(fromPasswordFile).lines().findFirst().orElse("");
        }
        String password = environment.get(PASSWORD);
        Console console = System.console();
        if (password == null && fromUser != null && console != null) {
            char[] typed = console.readPassword("Password of %s in the database: ", fromUser);
            password = typed == null ? null : new String(typed);
        }
        return password;
    }
}
