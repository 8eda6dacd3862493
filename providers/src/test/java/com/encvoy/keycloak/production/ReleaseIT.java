package com.encvoy.keycloak.production;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OptimizedServer;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.node.PackImage;

import static org.assertj.core.api.Assertions.assertThat;

/** The archive of {@code ./mvnw -Prelease package}, built twice in two places. */
@OwnServer
@KeycloakServer
@WithDistribution
class ReleaseIT {

    private final OptimizedServer server;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    ReleaseIT(OptimizedServer server) {
        this.server = server;
    }

    @Test
    void isTheSameByteForByteAndRunsWhereTheFirstOneWasOptimized() throws Exception {
        Path first = build("first");
        Path second = build("second");

        assertThat(Files.mismatch(first, second)).as("first byte that differs").isEqualTo(-1);
        assertThat(Files.readString(second.resolveSibling("SHA256SUMS")))
                .isEqualToIgnoringNewLines(sha256(second) + " *" + second.getFileName());
        try (FileSystem zip = FileSystems.newFileSystem(second)) {
            Path root = zip.getPath("/encvoy-keycloak-" + Pack.version());
            everyFileHasItsChecksum(root);
            theBillOfMaterialsNamesWhatIsShipped(root);
            theImageCanBeBuiltFromIt(root);
            theCommandsFindTheirLibraries(root);
        }
        theServerTakesItsJarsWithoutAnotherBuild();
    }

    private static void everyFileHasItsChecksum(Path root) throws Exception {
        List<String> lines = Files.readAllLines(root.resolve("SHA256SUMS"));
        for (String line : lines) {
            String[] sum = line.split(" \\*");
            assertThat(sha256(root.resolve(sum[1]))).as(sum[1]).isEqualTo(sum[0]);
        }
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(lines.size() + 1);
        }
    }

    private static void theBillOfMaterialsNamesWhatIsShipped(Path root) throws IOException {
        assertThat(Files.readString(root.resolve("bom.json")))
                .contains(
                        "CycloneDX",
                        "pkg:maven/com.encvoy.keycloak/encvoy-keycloak-providers@",
                        "pkg:maven/com.googlecode.libphonenumber/libphonenumber@",
                        "pkg:maven/com.goterl/lazysodium-java@",
                        "pkg:maven/info.picocli/picocli@",
                        "pkg:maven/com.fasterxml.jackson.core/jackson-databind@")
                .doesNotContain("pkg:maven/org.keycloak", "junit");
    }

    private static void theImageCanBeBuiltFromIt(Path root) throws IOException {
        assertThat(PackImage.copied(Files.readAllLines(root.resolve("docker/Dockerfile"))))
                .hasSizeGreaterThan(7)
                .allSatisfy(file -> assertThat(root.resolve(file)).exists());
    }

    private static void theCommandsFindTheirLibraries(Path root) throws IOException {
        try (InputStream jar = Files.newInputStream(root.resolve("docker/encvoy-keycloak-distribution.jar"));
                JarInputStream entries = new JarInputStream(jar)) {
            String libraries = entries.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);

            assertThat(libraries.split(" "))
                    .contains("lib/picocli.jar", "lib/jackson-databind.jar")
                    .allSatisfy(library ->
                            assertThat(root.resolve("docker").resolve(library)).exists())
                    .allSatisfy(library -> assertThat(
                                    PackImage.copied(Files.readAllLines(root.resolve("docker/Dockerfile"))))
                            .contains("docker/" + library));
        }
    }

    /** An optimized Keycloak refuses JARs with changed times, so the archive has to preserve them. */
    private void theServerTakesItsJarsWithoutAnotherBuild() throws Exception {
        Path again = folder.resolve("second/checkout");
        server.updateAndRestart(List.of(
                again.resolve("providers/target/encvoy-keycloak-providers.jar"),
                again.resolve("providers/target/lib/libphonenumber.jar"),
                again.resolve("providers/native/target/encvoy-keycloak-native.jar"),
                again.resolve("providers/native/target/lib/lazysodium-java.jar"),
                again.resolve("themes/target/encvoy-keycloak-themes.jar")));

        assertThat(server.log()).doesNotContain("Updating the configuration", "Quarkus augmentation", "timestamp");
        assertThat(get(server.at("/api/oidc/.well-known/openid-configuration")).statusCode())
                .isEqualTo(200);
    }

    private Path build(String name) throws Exception {
        CleanCopy checkout = CleanCopy.in(folder.resolve(name), Map.of());
        checkout.run("build", "./mvnw -Prelease package -Dmaven.test.skip=true", 0);
        return checkout.root().resolve("docker/release/target/encvoy-keycloak-" + Pack.version() + ".zip");
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
