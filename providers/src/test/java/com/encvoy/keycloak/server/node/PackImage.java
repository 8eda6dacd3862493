package com.encvoy.keycloak.server.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import org.testcontainers.images.builder.ImageFromDockerfile;

import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestExtension;

/** The image of {@code docker/Dockerfile}. */
public final class PackImage {

    private static final String NAME = "encvoy-keycloak-under-test";
    private static final String DOCKERFILE = "docker/Dockerfile";

    private PackImage() {}

    /** Builds it, with nothing but the files that it copies. */
    public static ImageFromDockerfile built() {
        ImageFromDockerfile image = new ImageFromDockerfile(NAME, false)
                .withBuildArg("KEYCLOAK_VERSION", Pack.keycloakImageTag())
                .withFileFromPath("Dockerfile", Pack.file(DOCKERFILE));
        copied().forEach(file -> image.withFileFromPath(file, Pack.file(file)));
        return image;
    }

    /** The same with the clock of the tests in it, built on the first as an administrator adds a JAR to it. */
    public static ImageFromDockerfile withTestExtension() {
        String first = built().get();
        return new ImageFromDockerfile(NAME + "-with-clock", false)
                .withFileFromPath("test-extension.jar", TestExtension.jar())
                .withDockerfileFromBuilder(dockerfile -> dockerfile
                        .from(first)
                        .copy("test-extension.jar", "/opt/keycloak/providers/")
                        .run("/opt/keycloak/bin/kc.sh build")
                        .build());
    }

    private static Stream<String> copied() {
        try {
            return copied(Files.readAllLines(Pack.file(DOCKERFILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that a Dockerfile copies from outside. */
    public static Stream<String> copied(List<String> dockerfile) {
        return dockerfile.stream()
                .filter(line -> line.startsWith("COPY") && !line.contains("--from"))
                .map(line -> line.replaceFirst("^COPY( --\\S+)* ", "").split(" "))
                .flatMap(words -> Stream.of(words).limit(words.length - 1));
    }
}
