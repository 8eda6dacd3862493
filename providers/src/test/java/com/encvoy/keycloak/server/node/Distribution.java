package com.encvoy.keycloak.server.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestExtension;

/**
 * The stock distribution of the tested Keycloak version, unpacked once per build folder and name.
 *
 * @param home its folder
 */
public record Distribution(Path home) {

    public static Distribution unpacked(String folder) {
        String name = "keycloak-" + Pack.keycloakVersion();
        Path home = Pack.target().resolve(folder + "-" + Pack.keycloakVersion());
        if (Files.isDirectory(home)) {
            return new Distribution(home);
        }
        Path unfinished = Pack.target().resolve(folder + ".unfinished");
        try (FileSystem zip = FileSystems.newFileSystem(Pack.distribution())) {
            copy(zip.getPath("/"), unfinished);
            unfinished.resolve(name).resolve("bin/kc.sh").toFile().setExecutable(true);
            return new Distribution(Files.move(unfinished.resolve(name), home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops in the JARs of the pack and of the tests, and the realm files. */
    public void install(Path imports) {
        put(TestExtension.jar(), "providers");
        installPack();
        try (Stream<Path> files = Files.list(imports)) {
            files.forEach(this::installRealm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops in the JARs of the pack. */
    public void installPack() {
        Pack.jars().forEach(jar -> put(jar, "providers"));
    }

    /** Removes a JAR if it exists. */
    public void removeJar(String name) {
        try {
            Path jar = home.resolve("providers").resolve(name);
            if (Files.isRegularFile(jar)) {
                Files.delete(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops in a realm file. */
    public void installRealm(Path file) {
        put(file, "data/import");
    }

    /** Keycloak recognises a changed JAR by its time, and our build gives every JAR the same time. */
    private void put(Path file, String folder) {
        try {
            Path target = Files.createDirectories(home.resolve(folder)).resolve(file.getFileName());
            if (!Files.exists(target) || Files.mismatch(file, target) != -1) {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> entries = Files.walk(source)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path copy = target.resolve(source.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(copy);
                } else if (!Files.exists(copy)) {
                    Files.copy(entry, copy);
                }
            }
        }
    }
}
