package com.encvoy.keycloak.production;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Terminal;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.DistributionServer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OptimizedServer;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.StockServer;
import com.encvoy.keycloak.server.TestCertificate;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code docker/check}, as an administrator types it. */
@OwnServer
@KeycloakServer
@WithDistribution
class CheckIT {

    private final OptimizedServer server;
    private final TestRealm realm;
    private final SentrySettings settings;

    CheckIT(OptimizedServer server) {
        this.server = server;
        this.realm = TestRealm.imported(server);
        this.settings = realm.sentry("/api/oidc");
    }

    /** The output and the exit code of the command. */
    private record Answer(int exitCode, String printed) {

        List<String> failures() {
            return printed.lines().filter(line -> line.startsWith("FAIL")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/oidc", "/realms/encvoy/api/oidc", "/realms/encvoy"})
    void aGoodServerIsWellAtEveryAddress(String issuer) throws Exception {
        Answer answer = check(server.at(issuer), settings.oidcClientSecret(), trusted());

        assertThat(answer.exitCode()).as(answer.printed()).isZero();
        assertThat(answer.printed().lines())
                .allMatch(line -> line.startsWith("ok "))
                .hasSize(9);
        assertThat(answer.printed())
                .contains(
                        "TLS",
                        "discovery",
                        "addresses",
                        "redirect URI",
                        "userinfo",
                        "client secret",
                        "scopes",
                        "Valid for 30 minutes",
                        "Valid for 30 days without use")
                .doesNotContain(settings.oidcClientSecret());
        if (issuer.equals("/api/oidc")) {
            Terminal.picture(
                    "docker/check --issuer https://id.example.com/api/oidc --sentry-url https://sentry.example.com",
                    answer.printed().replace(server.url().toString(), "https://id.example.com"),
                    "check");
        }
    }

    @Test
    void aRealmMayHaveSpacesAndUmlautsInItsName() throws Exception {
        TestRealm.copy(server, "M\u00fcller und S\u00f6hne", copy -> {});

        Answer typed = check(server.url() + "/realms/M\u00fcller und S\u00f6hne/api/oidc");
        Answer copied = check(server.url() + "/realms/M%C3%BCller%20und%20S%C3%B6hne/api/oidc");

        assertThat(typed.exitCode()).as(typed.printed()).isZero();
        assertThat(copied.exitCode()).as(copied.printed()).isZero();
    }

    private Answer check(String issuer) throws IOException, InterruptedException {
        return check(issuer, settings.oidcClientSecret(), trusted());
    }

    @Test
    void aWrongSecretIsTheOnlyThingThatIsWrong() throws Exception {
        Answer answer = check(server.at("/api/oidc"), "another-secret", trusted());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.failures())
                .singleElement()
                .asString()
                .contains(
                        "client secret",
                        "Refused for client error-tracker",
                        "Remedy: copy client ID and secret from the tab Credentials");
        assertThat(answer.printed().lines())
                .filteredOn(line -> line.startsWith("?"))
                .hasSize(3);
    }

    @Test
    void aMissingRedirectUriIsTheOnlyThingThatIsWrong() throws Exception {
        Answer answer = check(
                server.at("/api/oidc"),
                settings.oidcClientSecret(),
                trusted("--sentry-url", "https://errors.example.com"));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.failures())
                .singleElement()
                .asString()
                .contains(
                        "redirect URI",
                        "https://errors.example.com/auth/sso/",
                        "Remedy: enter this address, with its slash at the end");
    }

    @Test
    void refreshTokensThatEndTooSoonAreTheOnlyThingThatIsWrong() throws Exception {
        TestRealm hasty = TestRealm.copy(server, "hasty", copy -> {});
        hasty.settings(settings.oidcClientId(), Map.of("encvoy.refresh_token_ttl", "86400"));

        Answer answer = check(server.at("/realms/hasty/api/oidc"), settings.oidcClientSecret(), trusted());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.failures())
                .singleElement()
                .asString()
                .contains(
                        "refresh token",
                        "Refresh tokens expire after 24 hours without use",
                        "Remedy: make offline_access a default scope");
    }

    @Test
    void aClientAsConsolesMakeThemNeedsOfflineAccess() throws Exception {
        realm.application("by-hand", "secret-of-a-client-made-by-hand", TestRealm.SENTRY_URL + "/auth/sso/");

        Answer answer =
                check(server.at("/api/oidc"), "secret-of-a-client-made-by-hand", trusted("--client-id", "by-hand"));

        assertThat(answer.failures())
                .singleElement()
                .asString()
                .contains("refresh token", "make offline_access a default scope");
    }

    @Test
    void aHostThatCannotBeReachedIsToldInOneLine() throws Exception {
        Answer answer = check(
                URI.create("http://localhost:" + DistributionServer.freePort() + "/api/oidc"), "secret", List.of());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.printed().lines())
                .singleElement()
                .asString()
                .startsWith("FAIL discovery")
                .contains("cannot be reached", "Remedy: is the server running");
    }

    @Test
    void aSelfSignedCertificateIsToldInOneLine() throws Exception {
        Answer answer = check(server.at("/api/oidc"), settings.oidcClientSecret(), List.of());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.printed().lines())
                .singleElement()
                .asString()
                .startsWith("FAIL TLS")
                .contains("not trusted", "REQUESTS_CA_BUNDLE");
    }

    @Test
    void aKeycloakWithoutThePackIsRecognised() throws Exception {
        try (StockServer stock = new StockServer()) {
            assertThat(check(stock.at("/api/oidc"), "secret", List.of()).failures())
                    .singleElement()
                    .asString()
                    .contains("this is a Keycloak without the pack");
            assertThat(check(stock.at("/realms/nowhere"), "secret", List.of()).failures())
                    .singleElement()
                    .asString()
                    .contains("the realm must exist");
            Answer master = check(stock.at("/realms/master"), "secret", List.of());
            assertThat(master.exitCode()).isEqualTo(1);
            assertThat(master.failures())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("redirect URI"))
                    .anySatisfy(line -> assertThat(line).contains("client secret"));
        }
    }

    @Test
    void aWrongCommandIsToldInOneSentence() throws Exception {
        Answer answer = check(server.at("/api/oidc"), "", List.of());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.printed())
                .isEqualToIgnoringNewLines("The client secret is missing; set the environment variable "
                        + "OIDC_CLIENT_SECRET: see check --help.");
    }

    private static List<String> trusted(String... more) {
        List<String> options =
                new ArrayList<>(List.of("--ca", TestCertificate.pem().toString()));
        options.addAll(List.of(more));
        return options;
    }

    private Answer check(URI issuer, String secret, List<String> options) throws IOException, InterruptedException {
        return check(issuer.toString(), secret, options);
    }

    private Answer check(String issuer, String secret, List<String> options) throws IOException, InterruptedException {
        // Typed by a shell, in UTF-8: the Java of this test may be unable to pass on more than ASCII.
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "exec sh \"$0\" --issuer \"$(printf %b \"$ISSUER\")\" \"$@\"",
                Pack.containerFile("check").toString()));
        if (!options.contains("--client-id")) {
            command.addAll(List.of("--client-id", settings.oidcClientId()));
        }
        if (!options.contains("--sentry-url")) {
            command.addAll(List.of("--sentry-url", TestRealm.SENTRY_URL));
        }
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ISSUER", escaped(issuer));
        builder.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("OIDC_CLIENT_SECRET", secret);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), printed);
    }

    /** For {@code printf}: every byte that is not ASCII as an octal number. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(octet < 0 ? String.format("\\0%o", octet & 0xff) : String.valueOf((char) octet));
        }
        return escaped.toString();
    }
}
