package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import com.encvoy.keycloak.command.UserError;

/** The folder of a trial: the server, its data and its secrets. Used by one run at a time, open to its owner only. */
final class TrialFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private TrialFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static TrialFolder open(Path path) {
        try {
            Files.createDirectories(path, ownerOnly("rwx------"));
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(lock)) {
                return new TrialFolder(path, lock);
            }
            lock.close();
        } catch (IOException e) {
            throw new UserError("The folder " + path + " cannot be used ("
                    + e.getClass().getSimpleName() + "): choose another one with --home.");
        }
        throw new UserError("Another run uses " + path + ": stop it or choose another folder with --home.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** @param permissions such as {@code rw-------}, ignored by file systems without permissions */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    Path path() {
        return path;
    }

    Path secrets() {
        return secrets(path);
    }

    /** The file with the secrets, also in a folder that another run uses. */
    static Path secrets(Path folder) {
        return folder.resolve("secrets.properties");
    }

    /** The output of the server since its last start. */
    Path log() {
        return path.resolve("keycloak.log");
    }

    /** Themes of a server with {@code --debug}. */
    Path themes() {
        return path.resolve("themes");
    }

    /** Exists once the demo user was created: an account that the administrator changes or deletes is left alone. */
    Path demoUser() {
        return path.resolve("data/demo-user");
    }

    /**
     * The database, outside of the installation so that the data outlive an upgrade of Keycloak. The options are those
     * of Keycloak's default.
     */
    String databaseUrl() {
        return "jdbc:h2:file:" + path.resolve("data/h2/keycloakdb").toString().replace('\\', '/')
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0";
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
