package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.keycloak.models.utils.Base32;

import com.encvoy.keycloak.command.EncvoyCommand;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.Postgres;
import com.encvoy.keycloak.server.TestServer;

import picocli.CommandLine;

/** The database of an Encvoy ID with made-up people and applications, and the command that moves them. */
public final class EncvoyId implements AutoCloseable {

    public static final String PASSWORD = "a password from Encvoy ID";
    public static final String TOTP = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";

    /** Another, which replaces it. */
    public static final String OTHER_TOTP = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZPJAUEQ2EIVDA";

    /** How many people there are. */
    public static final int PEOPLE = 28;

    private static final String DATABASE = "encvoy_id";

    private final Postgres postgres;
    private final Passkey passkey = Passkey.create();
    private final OldKey key = OldKey.create();
    private final Path decisions;
    private final Path pictures;

    public EncvoyId(String name) {
        this(name, new Postgres());
    }

    /** @param postgres is closed with it */
    public EncvoyId(String name, Postgres postgres) {
        this.postgres = postgres;
        decisions = Pack.target().resolve(name + "-decisions.json");
        pictures = OldPictures.write(Pack.target().resolve(name + "-images"));
        postgres.create(DATABASE);
        execute(resource("schema.sql"));
        execute(resource("population.sql")
                .replace("${bcrypt}", bcrypt(PASSWORD))
                .replace("${totp}", TOTP)
                .replace("${passkey}", passkey.id())
                .replace("${cose}", passkey.publicKey()));
        try {
            Files.deleteIfExists(decisions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that an authenticator app computes with. */
    static String decoded(String totp) {
        return new String(Base32.decode(totp), StandardCharsets.US_ASCII);
    }

    /** What the command printed, and how it ended. */
    public record Answer(int exitCode, String out, String err) {}

    /** As Encvoy ID's library hashes passwords. */
    public static String bcrypt(String password) {
        return OpenBSDBCrypt.generate(
                "2b",
                password.getBytes(StandardCharsets.UTF_8),
                "sixteen bytes 16".getBytes(StandardCharsets.US_ASCII),
                10);
    }

    static String resource(String name) {
        try (InputStream stream = EncvoyId.class.getResourceAsStream("/movein/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void execute(String sql) {
        postgres.execute(DATABASE, sql);
    }

    public Passkey passkey() {
        return passkey;
    }

    public Path decisions() {
        return decisions;
    }

    /** The folder {@code public/images}. */
    public Path pictures() {
        return pictures;
    }

    /** The key with which it signed tokens. */
    public OldKey key() {
        return key;
    }

    /** The options that say from where to where. */
    public List<String> options(TestServer server, String realm, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--from",
                postgres.url("localhost", DATABASE),
                "--from-user",
                Postgres.USER,
                "--server",
                server.url().toString(),
                "--user",
                TestServer.BOOTSTRAP.get("KC_BOOTSTRAP_ADMIN_USERNAME"),
                "--realm",
                realm));
        options.addAll(List.of(more));
        if (!options.contains("--decisions")) {
            options.addAll(List.of("--decisions", decisions.toString()));
        }
        return options;
    }

    public Map<String, String> environment() {
        return Map.of(
                "ENCVOY_DB_PASSWORD",
                postgres.password(),
                "KC_CLI_PASSWORD",
                TestServer.BOOTSTRAP.get("KC_BOOTSTRAP_ADMIN_PASSWORD"));
    }

    /** Starts the command as a process with the heap of a small machine. */
    public Process start(TestServer server, String realm, Path log, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EncvoyCommand.class.getName(),
                "move-in"));
        command.addAll(options(server, realm, more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command in this process. */
    public Answer move(TestServer server, String realm, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = MoveInCommand.commandLine(environment())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exitCode = command.execute(options(server, realm, more).toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
