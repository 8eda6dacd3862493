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

/** The folder with the server, its data and its secrets. Used by one run at a time, open to its owner only. */
final class Home implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private Home(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static Home open(Path path) {
        try {
            Files.createDirectories(path, ownerOnly("rwx------"));
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(lock)) {
                return new Home(path, lock);
            }
            lock.close();
        } catch (IOException e) {
            throw new Failure("The folder " + path + " cannot be used ("
                    + e.getClass().getSimpleName() + "): choose another one with --home.");
        }
        throw new Failure("Another run uses " + path + ": stop it or choose another folder with --home.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** @param permissions such as {@code rw-------}, ignored where the file system knows no such thing */
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

    /** The file with the secrets in the folder of a trial, also of one that another run uses. */
    static Path secrets(Path home) {
        return home.resolve("secrets.properties");
    }

    /** Marks that the demo user was created: what the administrator makes of it later is not undone. */
    Path demoUser() {
        return path.resolve("data/demo-user");
    }

    /**
     * The database, outside of the installation: data outlive an upgrade of Keycloak. Options as in Keycloak's own
     * default.
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
