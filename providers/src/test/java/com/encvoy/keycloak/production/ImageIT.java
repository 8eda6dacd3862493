package com.encvoy.keycloak.production;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.containers.Container.ExecResult;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.ImageServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;

/** The image of {@code docker/Dockerfile}, as it is shipped. */
@WithContainers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIT {

    private ImageServer server;
    private SentrySettings settings;

    @BeforeAll
    void start() {
        server = new ImageServer(false);
        settings = TestRealm.imported(server).sentry("/api/oidc");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
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
        assertThat(server.log())
                .contains("Profile prod activated")
                .doesNotContain("Updating the configuration", "timestamp");
    }

    @Test
    void runsAsNobodyWhoMatters() {
        assertThat(server.run("cat", "/proc/self/status").getStdout()).contains("Uid:\t1000\t1000\t1000\t1000");
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
