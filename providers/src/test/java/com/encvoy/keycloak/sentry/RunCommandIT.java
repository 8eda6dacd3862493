package com.encvoy.keycloak.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.DistributionServer;
import com.encvoy.keycloak.server.Pack;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command, after its build: what it prints is copied into a Sentry, which then signs the demo user in. */
class RunCommandIT {

    private static final String SENTRY_URL = "http://127.0.0.1:9000";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void whatIsPrintedSignsTheDemoUserInAtSentryAlsoAfterARestart() throws Exception {
        int port = DistributionServer.freePort();
        String first = signIn(port, "first.log");

        assertThat(signIn(port, "second.log")).as("settings after a restart").isEqualTo(first);
    }

    @Test
    void aBusyPortIsToldInOneSentence() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            Process process = start(busy.getLocalPort(), "busy.log");

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readAllLines(home.resolve("busy.log"))).singleElement().asString()
                    .contains("Port " + busy.getLocalPort() + " cannot be used");
        }
    }

    private String signIn(int port, String log) throws Exception {
        Process process = start(port, log);
        try {
            Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500))
                    .failFast("Keycloak ended", () -> !process.isAlive())
                    .until(() -> Files.readString(home.resolve(log)).contains("end of enhance-image.sh"));
            String printed = Files.readString(home.resolve(log));
            SentrySettings settings = new SentrySettings(value(printed, "OIDC_CLIENT_ID"), value(printed, "OIDC_CLIENT_SECRET"),
                    value(printed, "OIDC_SCOPE"), value(printed, "OIDC_DOMAIN"), SENTRY_URL);
            assertThat(value(printed, "OIDC_ISSUER")).isEqualTo("Encvoy ID");
            assertThat(printed).contains("pip install sentry-auth-oidc")
                    .contains("Realm 'encvoy' has no mail server: codes cannot be sent, and people register without their addresses");

            SentryLogin login = new Sentry(settings).startLogin();
            try (Browser browser = new Browser(URI.create("http://localhost:" + port))) {
                String password = find(printed, "user name demo, first password (\\S+)");
                URI answer = browser.open(login.authorizationUrl()).signIn("demo", password).address();
                assertThat(login.callback(answer).email()).isEqualTo("demo@example.com");
            }
            return settings.toString();
        } finally {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("stops when asked to").isTrue();
        }
    }

    private Process start(int port, String log) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar", Pack.launcher().toString(), "--port", String.valueOf(port), "--home", home.resolve("home").toString())
                .redirectErrorStream(true).redirectOutput(home.resolve(log).toFile()).start();
    }

    private static String value(String printed, String setting) {
        return find(printed, "(?m)^" + setting + " = \"([^\"]+)\"$");
    }

    private static String find(String printed, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
