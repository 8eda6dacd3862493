package com.encvoy.keycloak.production;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.ImageServer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.node.PackImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The image of {@code docker/Dockerfile}, as it is shipped, and with one more JAR. */
@OwnServer
@KeycloakServer
@WithContainers
class ImageIT {

    private final ImageServer server;
    private final SentrySettings settings;

    ImageIT(ImageServer server) {
        this.server = server;
        this.settings = TestRealm.imported(server).sentry("/api/oidc");
    }

    @Test
    void startsOptimizedAndSignsIn() {
        TestRealm.imported(server).person("ada");
        SentryLogin login = new Sentry(settings).startLogin();
        try (Browser browser = new Browser(server.url())) {
            assertThat(login.callback(browser.open(login.authorizationUrl())
                                    .signIn("ada", TestRealm.PASSWORD)
                                    .address())
                            .email())
                    .isEqualTo("ada@example.com");
        }
        assertStartedOptimized(server);
    }

    private static void assertStartedOptimized(ImageServer server) {
        assertThat(server.log())
                .contains("Profile prod activated")
                .doesNotContain("Updating the configuration", "timestamp");
    }

    @Test
    void runsAsNobodyWhoMatters() {
        assertThat(server.run("cat", "/proc/self/status").getStdout()).contains("Uid:\t1000\t1000\t1000\t1000");
    }

    @Test
    void computesWithTheNativeLibrariesThatItBrings() {
        await().untilAsserted(() -> assertThat(server.log())
                .containsPattern("Native libraries: libsodium 1\\.\\S+ hashes passwords, OpenSSL 3\\..* signs tokens"));
        assertThat(server.operationalInfo("signature", "RS256"))
                .hasEntrySatisfying(
                        "Computed by", library -> assertThat(library).startsWith("OpenSSL 3."));
        assertThat(server.run("sh", "-c", "cat /proc/[0-9]*/maps").getStdout())
                .contains(" /usr/lib64/libcrypto.so.3\n");
    }

    /** With a user of any number, such as OpenShift chooses. */
    @Test
    void worksWithoutOpenSslAndSaysSoInOneLine() {
        try (ImageServer without = new ImageServer(PackImage.withoutOpenSsl(), "1000690000:0")) {
            await().untilAsserted(() -> assertThat(without.log()).contains(" hashes passwords, "));

            assertThat(without.log().lines().filter(line -> line.contains("libcrypto")))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("INFO", "Java signs tokens (OpenSSL 3: ", "libcrypto.so.3: cannot open shared"));
            assertThat(without.operationalInfo("signature", "RS256")).containsEntry("Computed by", "Java");
            assertStartedOptimized(without);
        }
    }

    @Test
    void isLittleLargerThanKeycloaksImage() {
        assertThat(PackImage.addedBytes()).isBetween(1L, 30_000_000L);
    }

    @Test
    void isHealthyAndHasTheCommandLine() {
        assertThat(server.run("/opt/keycloak/bin/healthcheck").getExitCode()).isZero();

        ExecResult help = server.run("/opt/keycloak/bin/encvoy", "--help");
        assertThat(help.getExitCode()).as(help.getStderr()).isZero();
        assertThat(help.getStdout()).contains("install", "move-in", "check");
    }

    @Test
    void addsItsOptionsOfTheJavaMachine() {
        assertThat(server.run("sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '")
                        .getStdout())
                .contains("@/opt/keycloak/conf/jvm.options");
        assertThat(server.log()).doesNotContain("Unrecognized", "CompileCommand: An error");
    }

    @Test
    void saysWhatItIs() {
        assertThat(server.labels())
                .containsEntry("org.opencontainers.image.version", Pack.version())
                .containsEntry(
                        "org.opencontainers.image.base.name", "quay.io/keycloak/keycloak:" + Pack.keycloakVersion());
    }

    @Test
    void checksItselfFromInside() {
        ExecResult check = server.run(
                "sh",
                "-c",
                "OIDC_CLIENT_SECRET=" + settings.oidcClientSecret() + " /opt/keycloak/bin/check --issuer"
                        + " https://localhost:8443/api/oidc --client-id " + settings.oidcClientId() + " --sentry-url "
                        + TestRealm.SENTRY_URL
                        + " --ca /opt/keycloak/conf/tls.pem");

        assertThat(check.getStdout())
                .as(check.getStderr())
                .contains("ok   TLS", "ok   discovery")
                .contains("FAIL addresses")
                .contains("set --hostname of Keycloak to the address that people use");
        assertThat(check.getExitCode())
                .as("seen from inside, the address is another one")
                .isEqualTo(1);
    }
}
