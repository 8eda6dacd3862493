package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The stock distribution of the tested Keycloak version, unpacked once per build folder and name. */
final class Distribution {

    private Distribution() {
    }

    static Path unpacked(String folder) {
        String name = "keycloak-" + Pack.keycloakVersion();
        Path home = Pack.target().resolve(folder + "-" + Pack.keycloakVersion());
        if (Files.isDirectory(home)) {
            return home;
        }
        Path unfinished = Pack.target().resolve(folder + ".unfinished");
        try (FileSystem zip = FileSystems.newFileSystem(Pack.distribution())) {
            copy(zip.getPath("/"), unfinished);
            unfinished.resolve(name).resolve("bin/kc.sh").toFile().setExecutable(true);
            return Files.move(unfinished.resolve(name), home);
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
