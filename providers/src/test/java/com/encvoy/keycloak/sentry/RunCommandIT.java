package com.encvoy.keycloak.sentry;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.DistributionServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.node.KeycloakProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's first command, after its build: a Sentry gets the settings that it prints, and then signs the demo user
 * in.
 */
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
            assertThat(Files.readAllLines(home.resolve("busy.log")))
                    .singleElement()
                    .asString()
                    .contains("Port " + busy.getLocalPort() + " cannot be used");
        }
    }

    private String signIn(int port, String log) throws Exception {
        Process process = start(port, log);
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(500))
                    .failFast("Keycloak ended", () -> !process.isAlive())
                    .until(() -> Files.readString(home.resolve(log)).contains("Ctrl-C stops the server"));
            String printed = Files.readString(home.resolve(log));
            SentrySettings settings = new SentrySettings(
                    value(printed, "OIDC_CLIENT_ID"),
                    value(printed, "OIDC_CLIENT_SECRET"),
                    value(printed, "OIDC_SCOPE"),
                    value(printed, "OIDC_DOMAIN"),
                    SENTRY_URL);
            assertThat(value(printed, "OIDC_ISSUER")).isEqualTo("Encvoy ID");
            assertThat(printed)
                    .contains("pip install sentry-auth-oidc")
                    .contains("Realm 'encvoy' has no mail server: codes cannot be sent, and registration does not "
                            + "verify e-mail addresses")
                    .contains(home.resolve("home/keycloak.log").toString())
                    .doesNotContain("KC-SERVICES");
            assertThat(home.resolve("home/keycloak.log")).content().contains("KC-SERVICES");

            SentryLogin login = new Sentry(settings).startLogin();
            try (Browser browser = new Browser(URI.create("http://localhost:" + port))) {
                String password = find(printed, "user name demo, first password (\\S+)");
                URI answer = browser.open(login.authorizationUrl())
                        .signIn("demo", password)
                        .address();
                assertThat(login.callback(answer).email()).isEqualTo("demo@example.com");
            }
            if (log.equals("first.log")) {
                applicationsAreCreatedFromTemplates(port, find(printed, "user name admin, first password (\\S+)"));
            }
            return settings.toString();
        } finally {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES))
                    .as("stops when asked to")
                    .isTrue();
        }
    }

    /** With the command, and with Keycloak's own, while the trial runs. */
    private void applicationsAreCreatedFromTemplates(int port, String adminPassword) throws Exception {
        String server = "http://localhost:" + port;
        String printed = finish(
                start(
                        "application.log",
                        "application",
                        "grafana",
                        "--url",
                        "https://grafana.example.com",
                        "--port",
                        String.valueOf(port)),
                0,
                "application.log");
        assertThat(printed).contains("auth_url = " + server + "/api/oidc/auth", "client_id = grafana");
        assertThat(token(server, "grafana", find(printed, "(?m)^client_secret = (\\S+)$")))
                .contains("invalid_grant");
        assertThat(token(server, "grafana", "another-secret")).contains("invalid_client");

        assertThat(finish(
                        start(
                                "again.log",
                                "application",
                                "grafana",
                                "--url",
                                "https://grafana.example.com",
                                "--port",
                                String.valueOf(port)),
                        1,
                        "again.log"))
                .isEqualToIgnoringNewLines("There is a client grafana already: choose another name with --client-id.");

        kcadm(
                "config",
                "credentials",
                "--server",
                server,
                "--realm",
                "master",
                "--user",
                "admin",
                "--password",
                adminPassword);
        Path filledIn = Files.writeString(
                home.resolve("gitlab.json"),
                Pack.application("gitlab").replace("${APPLICATION_URL}", "https://git.example.com"));
        String id = kcadm("create", "clients", "-r", "encvoy", "-f", filledIn.toString(), "-i")
                .strip();
        String secret =
                find(kcadm("get", "clients/" + id + "/client-secret", "-r", "encvoy"), "\"value\" : \"(\\S+)\"");
        assertThat(token(server, "gitlab", secret)).contains("invalid_grant");
    }

    /** The answer of the token endpoint to an invalid code: it names the first problem. */
    private static String token(String server, String clientId, String secret) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server + "/api/oidc/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&code=none&"
                                        + "redirect_uri=https%3A%2F%2Fexample.com&client_id=" + clientId
                                        + "&client_secret=" + secret))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String kcadm(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("home/keycloak-" + Pack.keycloakVersion() + "/bin/kcadm.sh")
                        .toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--config", home.resolve("kcadm.config").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(home.resolve("kcadm.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return finish(builder.start(), 0, "kcadm.log");
    }

    private String finish(Process process, int exitCode, String log) throws Exception {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(home.resolve(log));
        assertThat(process.exitValue()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    private Process start(int port, String log) throws IOException {
        return start(log, "--port", String.valueOf(port));
    }

    private Process start(String log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Pack.launcher().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.resolve("home").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile());
        builder.environment().putAll(KeycloakProcess.SHORT_LIVED);
        return builder.start();
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
