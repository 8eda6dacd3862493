package com.encvoy.keycloak.server.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestExtension;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;

/** The image of {@code docker/Dockerfile}. */
public final class PackImage {

    private static final String NAME = "encvoy-keycloak-under-test";
    private static final String DOCKERFILE = "docker/Dockerfile";
    private static final String LIBRARIES = "LIBRARIES_IMAGE";

    /** Where other distributions of Linux than that of Keycloak's image have OpenSSL. */
    private static final String ELSEWHERE = "/usr/lib/*/libcrypto.so.3";

    private PackImage() {}

    /** Built once in a run of the tests. */
    private static final class Built {

        private static final String IMAGE = fromDockerfile().get();
    }

    /** With nothing but the files that it copies. */
    private static ImageFromDockerfile fromDockerfile() {
        ImageFromDockerfile image = new ImageFromDockerfile(NAME, false)
                .withBuildArgs(arguments())
                .withFileFromPath("Dockerfile", Pack.file(DOCKERFILE));
        copied().forEach(file -> image.withFileFromPath(file, Pack.file(file)));
        return image;
    }

    /** Those with which every test builds the image. */
    public static Map<String, String> arguments() {
        return Map.of("KEYCLOAK_VERSION", Pack.keycloakImageTag(), LIBRARIES, librariesImage());
    }

    /**
     * The same with the clock of the tests in it, built on the first as an administrator adds a JAR to it; and with no
     * OpenSSL but the one that the image brings, like the official image of Keycloak.
     */
    public static ImageFromDockerfile withTestExtension() {
        return new ImageFromDockerfile(NAME + "-with-clock", false)
                .withFileFromPath("test-extension.jar", TestExtension.jar())
                .withDockerfileFromBuilder(dockerfile -> dockerfile
                        .from(Built.IMAGE)
                        .user("root")
                        .run("rm -f " + ELSEWHERE)
                        .user("1000")
                        .copy("test-extension.jar", "/opt/keycloak/providers/")
                        .run("/opt/keycloak/bin/kc.sh build")
                        .build());
    }

    public static ImageFromDockerfile withoutOpenSsl() {
        return new ImageFromDockerfile(NAME + "-without-openssl", false)
                .withDockerfileFromBuilder(dockerfile -> dockerfile
                        .from(Built.IMAGE)
                        .user("root")
                        .run("rm -f " + ELSEWHERE + " /usr/lib64/libcrypto.so.3")
                        .user("1000")
                        .build());
    }

    /** How much larger it is than Keycloak's image. */
    public static long addedBytes() {
        DockerClient engine = DockerClientFactory.lazyClient();
        return engine.inspectImageCmd(Built.IMAGE).exec().getSize()
                - engine.inspectImageCmd(base()).exec().getSize();
    }

    /** Without a registry, Keycloak's image is one of another distribution, which has the library itself. */
    private static String librariesImage() {
        String usual = argument(LIBRARIES);
        return isAvailable(usual) ? usual : base();
    }

    private static String base() {
        return "quay.io/keycloak/keycloak:" + Pack.keycloakImageTag();
    }

    private static boolean isAvailable(String image) {
        DockerClient engine = DockerClientFactory.lazyClient();
        try {
            engine.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException absent) {
            try {
                engine.pullImageCmd(image).withTag("latest").start().awaitCompletion();
                return true;
            } catch (DockerClientException | DockerException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The default of an argument of the Dockerfile. */
    private static String argument(String name) {
        String start = "ARG " + name + "=";
        return lines().stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> copied() {
        return copied(lines());
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Pack.file(DOCKERFILE));
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
