package com.encvoy.keycloak.production;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.sentry.SentrySettings;

import static org.assertj.core.api.Assertions.assertThat;

/** A trial that was started with {@code docker/run}, and what it prints. */
final class RunningTrial implements AutoCloseable {

    private static final String SENTRY_URL = "http://127.0.0.1:9000";

    private final Process process;
    private final Path log;
    private final URI url;

    /**
     * @param process the shell that runs it
     * @param log what it prints
     * @param url its address, without a trailing slash
     */
    RunningTrial(Process process, Path log, URI url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .failFast("The trial ended, see " + log, () -> !process.isAlive())
                .until(() -> printed().contains("Ctrl-C stops the server"));
    }

    String printed() throws IOException {
        return Files.readString(log);
    }

    String administratorsPassword() throws IOException {
        return find(printed(), "user name admin, first password (\\S+)");
    }

    String demosPassword() throws IOException {
        return find(printed(), "user name demo, first password (\\S+)");
    }

    /** @return the settings that are printed for Sentry, with which it signs the demo user in */
    SentrySettings signInAtSentry() throws Exception {
        String printed = printed();
        SentrySettings settings = new SentrySettings(
                value(printed, "OIDC_CLIENT_ID"),
                value(printed, "OIDC_CLIENT_SECRET"),
                value(printed, "OIDC_SCOPE"),
                value(printed, "OIDC_DOMAIN"),
                SENTRY_URL);
        assertThat(value(printed, "OIDC_ISSUER")).isEqualTo("Encvoy ID");
        SentryLogin login = new Sentry(settings).startLogin();
        try (Browser browser = new Browser(url)) {
            URI answer = browser.open(login.authorizationUrl())
                    .signIn("demo", demosPassword())
                    .address();
            assertThat(login.callback(answer).email()).isEqualTo("demo@example.com");
        }
        return settings;
    }

    private static String value(String printed, String setting) {
        return find(printed, "(?m)^" + setting + " = \"([^\"]+)\"$");
    }

    static String find(String printed, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** Stops it as Ctrl-C does, which reaches the shell and everything that it has started. */
    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }
}
