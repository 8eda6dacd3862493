package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import com.encvoy.keycloak.command.UserError;

/**
 * The checkout of the pack, after the build.
 *
 * @param root folder of the checkout
 * @param keycloakVersion version of the Keycloak that the build downloaded
 */
record Checkout(Path root, String keycloakVersion) {

    static Checkout ofThisJar() {
        try (InputStream properties = Checkout.class.getResourceAsStream("keycloak.properties")) {
            Properties keycloak = new Properties();
            keycloak.load(properties);
            URI jar = Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return new Checkout(Path.of(jar).resolve("../../..").normalize(), keycloak.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path keycloak() {
        return file("docker/target/keycloak-quarkus-dist-" + keycloakVersion + ".zip");
    }

    Path realm() {
        return file("realm-config/encvoy-realm.json");
    }

    /** Options of the Java VM. */
    List<String> javaOptions() throws IOException {
        try (Stream<String> lines = Files.lines(file("docker/jvm.options"))) {
            return lines.filter(line -> line.startsWith("-")).toList();
        }
    }

    /** The folder with the templates of applications. */
    Path applications() {
        return root.resolve("realm-config/applications");
    }

    /** The sources of the theme, a folder for each type such as {@code login}. */
    Path theme() {
        return root.resolve("themes/src/main/resources/theme/encvoy");
    }

    /** The sources of templates, messages and style sheets that every theme has. */
    Path themeResources() {
        return root.resolve("providers/src/main/resources/theme-resources");
    }

    /** The files for the folder {@code providers} of Keycloak. */
    List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(file("providers/target/encvoy-keycloak-providers.jar"));
        jars.add(file("themes/target/encvoy-keycloak-themes.jar"));
        jars.add(file("providers/native/target/encvoy-keycloak-native.jar"));
        for (String libraries : List.of("providers/target/lib", "providers/native/target/lib")) {
            if (Files.isDirectory(root.resolve(libraries))) {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(root.resolve(libraries), "*.jar")) {
                    found.forEach(jars::add);
                }
            }
        }
        return jars;
    }

    private Path file(String relative) {
        Path file = root.resolve(relative);
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + " is missing: start with docker/run, which builds it.");
        }
        return file;
    }
}
