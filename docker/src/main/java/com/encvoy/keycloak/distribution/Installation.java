package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** An unpacked Keycloak with the pack installed. */
final class Installation {

    private final Path keycloak;
    private final Path unfinished;
    private final Checkout checkout;

    Installation(TrialFolder folder, Checkout checkout) {
        this.keycloak = folder.path().resolve("keycloak-" + checkout.keycloakVersion());
        this.unfinished = folder.path().resolve("unfinished");
        this.checkout = checkout;
    }

    boolean isUnpacked() {
        return Files.isDirectory(keycloak);
    }

    void unpack() throws IOException {
        Archive archive = new Archive(checkout.keycloak());
        Archive.delete(unfinished);
        archive.unpack(unfinished);
        // In one step: an interrupted run leaves no half Keycloak behind.
        Files.move(unfinished.resolve(keycloak.getFileName()), keycloak, StandardCopyOption.ATOMIC_MOVE);
        Archive.delete(unfinished);
    }

    /** Brings the JARs and the realm up to date with the checkout. */
    void update() throws IOException {
        for (Path jar : checkout.jars()) {
            copy(jar, keycloak.resolve("providers"));
        }
        copy(checkout.realm(), keycloak.resolve("data/import"));
    }

    private static void copy(Path source, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(source.getFileName());
        // Keycloak recognises a changed JAR by its time, and our build gives every JAR the same time.
        if (!Files.exists(target) || Files.mismatch(source, target) != -1) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    List<String> javaOptions() throws IOException {
        return checkout.javaOptions();
    }

    /** The command that runs Keycloak on this operating system. */
    Path command() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return keycloak.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh");
    }
}
