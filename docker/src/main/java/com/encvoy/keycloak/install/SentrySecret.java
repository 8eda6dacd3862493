package com.encvoy.keycloak.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import com.encvoy.keycloak.command.UserError;

/** The client secret of Sentry, if the environment names none: random, and in a file that only its owner can read. */
final class SentrySecret {

    private static final int BYTES = 32;

    private final String value;

    private SentrySecret(String value) {
        this.value = value;
    }

    /**
     * Written before the client is made, so that it cannot be lost.
     *
     * @param file a new file with the settings of Sentry
     * @param clientId client ID of Sentry
     */
    static SentrySecret in(Path file, String clientId) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(
                    file,
                    "OIDC_CLIENT_ID=" + clientId + "\nOIDC_CLIENT_SECRET=" + value + "\n",
                    StandardOpenOption.WRITE);
            return new SentrySecret(value);
        } catch (FileAlreadyExistsException e) {
            throw new UserError("The file " + file + " exists already, and may hold a secret in use: name another one"
                    + " with --secret-file.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a run that makes no client with a secret. */
    static SentrySecret none() {
        return new SentrySecret("");
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "SentrySecret";
    }
}
