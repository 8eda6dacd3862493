package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A checkout after the build, with a Keycloak whose start script is made up. */
final class TestCheckout {

    static final String VERSION = "1.2.3";

    private TestCheckout() {}

    static Checkout in(Path root, String startScript) throws IOException {
        write(root.resolve("providers/target/encvoy-keycloak-providers.jar"), "providers");
        write(root.resolve("providers/native/target/encvoy-keycloak-native.jar"), "native");
        write(root.resolve("themes/target/encvoy-keycloak-themes.jar"), "themes");
        write(root.resolve("realm-config/encvoy-realm.json"), "{}");
        write(root.resolve("docker/jvm.options"), "# About them.\n\n-Dfirst\n-Dsecond\n");
        write(root.resolve("realm-config/applications/sentry.json"), "{}");
        write(root.resolve("realm-config/applications/sentry.md"), "## Settings\n\nnone\n\n## Notes\n");
        zip(
                root.resolve("docker/target/keycloak-quarkus-dist-" + VERSION + ".zip"),
                "keycloak-" + VERSION + "/bin/kc.sh",
                startScript);
        return new Checkout(root, VERSION);
    }

    static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    static void zip(Path file, String entry, String content) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
