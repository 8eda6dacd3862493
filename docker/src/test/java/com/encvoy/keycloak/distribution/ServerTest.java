package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class ServerTest {

    private static final Secrets SECRETS = new Secrets("client-secret", "admin-password", "demo-password");

    @TempDir
    private Path temp;

    private TrialFolder folder;
    private FakeKeycloak keycloak;

    @BeforeEach
    void open() throws IOException {
        folder = TrialFolder.open(temp.resolve("trial"));
        keycloak = new FakeKeycloak();
    }

    @AfterEach
    void close() throws IOException {
        keycloak.close();
        folder.close();
    }

    @Test
    void keycloakGetsItsOptionsAndSecrets() throws Exception {
        try (Server server = start("echo \"$@\" > \"$0.arguments\"; env > \"$0.environment\"")) {
            assertThat(server.awaitEnd()).isZero();
        }

        assertThat(written("arguments"))
                .containsExactly("start-dev --import-realm --http-host=localhost --http-port=" + keycloak.port());
        assertThat(written("environment"))
                .contains(
                        "JAVA_HOME=" + System.getProperty("java.home"),
                        "JAVA_OPTS_APPEND=-Dfirst -Dsecond",
                        "KC_DB=dev-file",
                        "KC_DB_URL=" + folder.databaseUrl(),
                        "KC_SPI_THEME__CACHE_THEMES=true",
                        "KC_SPI_THEME__CACHE_TEMPLATES=true",
                        "KC_BOOTSTRAP_ADMIN_USERNAME=admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD=admin-password",
                        "SENTRY_CLIENT_ID=sentry",
                        "SENTRY_CLIENT_SECRET=client-secret",
                        "SENTRY_URL=https://sentry.example.com");
    }

    @Test
    void aServerForDevelopersHasADebugPortAndReadsThemesFromAFolder() throws Exception {
        try (Server server = start("echo \"$@\" > \"$0.arguments\"; env > \"$0.environment\"", true)) {
            assertThat(server.awaitEnd()).isZero();
        }

        assertThat(written("arguments")).singleElement().asString().startsWith("start-dev --debug 127.0.0.1:8787 ");
        assertThat(written("environment"))
                .contains(
                        "KC_SPI_THEME__CACHE_THEMES=false",
                        "KC_SPI_THEME__CACHE_TEMPLATES=false",
                        "KC_SPI_THEME__STATIC_MAX_AGE=-1",
                        "KC_SPI_THEME__FOLDER__DIR=" + folder.themes());
    }

    @Test
    void isReadyOnceTheDiscoveryDocumentIsThere() throws Exception {
        keycloak.answering("GET /api/oidc/.well-known/openid-configuration", 200, "{}");

        try (Server server = start("exec sleep 600")) {
            assertThat(server.awaitReady()).isTrue();
        }
    }

    @Test
    @Timeout(30)
    void closingStopsTheProcessesOfTheStartScript() throws Exception {
        Server server = start("sleep 600 & echo $! > \"$0.started\"; mv \"$0.started\" \"$0.child\"; wait");
        while (!Files.exists(file("child"))) {
            Thread.onSpinWait();
        }
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(written("child").get(0))).orElseThrow();

        server.close();

        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    private Server start(String startScript) throws IOException {
        return start(startScript, false);
    }

    private Server start(String startScript, boolean debug) throws IOException {
        Installation installation =
                new Installation(folder, TestCheckout.in(temp.resolve("checkout"), "#!/bin/sh\n" + startScript + "\n"));
        installation.unpack();
        TrialSettings settings = new TrialSettings(
                keycloak.port(), folder.path(), URI.create("https://sentry.example.com"), false, debug);
        return Server.start(
                new ServerCommand(installation, folder, SECRETS, settings).builder(),
                settings.url(),
                new ServerLog(folder.log(), line -> {}));
    }

    private List<String> written(String what) throws IOException {
        return Files.readAllLines(file(what));
    }

    private Path file(String written) {
        return folder.path().resolve("keycloak-" + TestCheckout.VERSION + "/bin/kc.sh." + written);
    }
}
