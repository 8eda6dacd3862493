package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

import com.encvoy.keycloak.command.UserError;

/**
 * The secrets of a trial, generated at the first run and kept: the data of later runs contain them already.
 *
 * @param clientSecret secret of the client {@code sentry}
 * @param adminPassword first password of the administrator {@link #ADMIN}
 * @param demoPassword first password of {@link DemoUser}
 */
record Secrets(String clientSecret, String adminPassword, String demoPassword) {

    static final String ADMIN = "admin";

    private static final String CLIENT_SECRET = "sentry.client.secret";
    private static final String ADMIN_PASSWORD = "admin.password";
    private static final String DEMO_PASSWORD = "demo.password";

    private static final int BYTES = 32;

    static Secrets of(TrialFolder folder) throws IOException {
        if (!Files.exists(folder.secrets())) {
            generate(folder.secrets());
        }
        return read(folder.secrets());
    }

    /** @throws UserError if there is no such file, or it lacks a secret */
    static Secrets read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new UserError("There is no trial in " + file.getParent()
                    + ": start docker/run first, or name its folder with --home.");
        }
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        Secrets secrets = new Secrets(
                stored.getProperty(CLIENT_SECRET),
                stored.getProperty(ADMIN_PASSWORD),
                stored.getProperty(DEMO_PASSWORD));
        if (secrets.clientSecret == null || secrets.adminPassword == null || secrets.demoPassword == null) {
            throw new UserError(file + " is damaged: restore it, or start over in another folder with --home.");
        }
        return secrets;
    }

    private static void generate(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        Properties generated = new Properties();
        generated.setProperty(CLIENT_SECRET, secret(random));
        generated.setProperty(ADMIN_PASSWORD, secret(random));
        generated.setProperty(DEMO_PASSWORD, secret(random));
        Path unfinished =
                Files.createTempFile(file.getParent(), "secrets", ".unfinished", TrialFolder.ownerOnly("rw-------"));
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            generated.store(writer, "Generated at the first run. Changes here do not reach Keycloak.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Overridden so that no secret ever reaches a log: a record's default prints every component. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
