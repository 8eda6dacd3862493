package com.encvoy.keycloak.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files an administrator gets: JARs and realm JSON, as packaged by this build. */
public final class Pack {

    /** The pack of an earlier release, from which the tests upgrade; {@code make} beside it makes it anew. */
    private static final String EARLIER = "providers/src/test/resources/packs/earlier/";

    private static final List<String> LIBRARIES =
            List.of("providers/target/lib/libphonenumber.jar", "providers/native/target/lib/lazysodium-java.jar");

    private Pack() {}

    public static List<Path> jars() {
        return withLibraries(
                "providers/target/encvoy-keycloak-providers.jar",
                "themes/target/encvoy-keycloak-themes.jar",
                "providers/native/target/encvoy-keycloak-native.jar");
    }

    /** Those of the earlier release. */
    public static List<Path> earlierJars() {
        return withLibraries(
                EARLIER + "encvoy-keycloak-providers.jar",
                EARLIER + "encvoy-keycloak-themes.jar",
                EARLIER + "encvoy-keycloak-native.jar");
    }

    private static List<Path> withLibraries(String... jars) {
        return Stream.concat(Stream.of(jars), LIBRARIES.stream())
                .map(Pack::file)
                .toList();
    }

    public static String realm() {
        return text(realmFile());
    }

    /** The realm file of the earlier release. */
    public static String earlierRealm() {
        return text(file(EARLIER + "encvoy-realm.json"));
    }

    /**
     * The realm without the mails that people get about their account: tests sign the same people in from many new
     * browsers and count mails.
     */
    public static String quietRealm() {
        return realm().replace("\"attributes\": {\n    \"Create", """
                "attributes": {
                    "encvoy.mail_new_browser": "false",
                    "encvoy.mail_email_changed": "false",
                    "encvoy.mail_factor_changed": "false",
                    "encvoy.mail_password_changed": "false",
                    "Create""");
    }

    public static Path realmFile() {
        return file("realm-config/encvoy-realm.json");
    }

    /** The template of an application. */
    public static String application(String name) {
        return text(file("realm-config/applications/" + name + ".json"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the folder {@code docker}, such as {@code check} and {@code compose.yaml}. */
    public static Path containerFile(String name) {
        return file("docker/" + name);
    }

    public static Path distribution() {
        return file("docker/target/keycloak-quarkus-dist-" + keycloakVersion() + ".zip");
    }

    public static Path launcher() {
        return file("docker/target/encvoy-keycloak-distribution.jar");
    }

    public static String keycloakImageTag() {
        return System.getProperty("encvoy.keycloak.image");
    }

    public static String keycloakVersion() {
        return System.getProperty("encvoy.keycloak.version");
    }

    /** The version of the pack. */
    public static String version() {
        return System.getProperty("encvoy.version");
    }

    public static Path target() {
        return root().resolve("providers/target");
    }

    public static Path file(String relative) {
        Path file = root().resolve(relative);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is missing: run the tests with ./mvnw verify, which builds it");
        }
        return file;
    }

    /** The checkout. */
    public static Path root() {
        return Path.of(System.getProperty("encvoy.root")).toAbsolutePath().normalize();
    }
}
