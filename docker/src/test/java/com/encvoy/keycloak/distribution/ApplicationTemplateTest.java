package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The templates that are shipped. */
class ApplicationTemplateTest {

    private static final Checkout CHECKOUT =
            new Checkout(Path.of("..").toAbsolutePath().normalize(), "1.2.3");
    private static final URI SERVER = URI.create("https://id.example.com");
    private static final URI APPLICATION = URI.create("https://app.example.com/path");

    static List<String> names() throws IOException {
        return ApplicationTemplate.names(CHECKOUT);
    }

    @Test
    void everyGuideOfEncvoyIdHasOne() throws IOException {
        assertThat(names()).containsExactly("gitlab", "grafana", "moodle", "nextcloud", "rocket-chat", "sentry");
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingOfItIsLeftUnfilled(String name) throws IOException {
        ApplicationTemplate template = ApplicationTemplate.named(CHECKOUT, name);

        assertThat(template.client(APPLICATION, "my_app-1"))
                .contains("\"clientId\": \"my_app-1\"", "\"rootUrl\": \"" + APPLICATION + "\"")
                .doesNotContain("${")
                .doesNotContainIgnoringCase("\"secret\"");
        assertThat(template.settings(SERVER, APPLICATION, "my_app-1", "the-secret"))
                .contains("my_app-1", "the-secret", SERVER.toString(), "/api/oidc")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsPageNamesEveryRedirectUri(String name) throws IOException {
        ApplicationTemplate template = ApplicationTemplate.named(CHECKOUT, name);
        String uris = Pattern.compile("\"redirectUris\": \\[(.*)]")
                .matcher(template.json())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(Stream.of(uris.split(", ")).map(uri -> uri.replace("\"", "")))
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(uri).startsWith("/").doesNotContain("*"))
                .anySatisfy(uri -> assertThat(template.page()).contains("`${APPLICATION_URL}" + uri + "`"));
    }

    @Test
    void theReadmeSaysOfSentryWhatItsPageSays() throws IOException {
        String readme = Files.readString(CHECKOUT.root().resolve("README.md"));
        String page = ApplicationTemplate.named(CHECKOUT, "sentry")
                .settings(SERVER, APPLICATION, "sentry", "<client secret>")
                .replace(SERVER.toString(), "https://<address of this Keycloak>");

        List<String> blocks = Pattern.compile("```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(blocks)
                .hasSize(2)
                .allSatisfy(block ->
                        block.lines().forEach(line -> assertThat(readme).contains(line)));
    }

    @Test
    void anUnknownOneIsToldWithThoseThatAre() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> ApplicationTemplate.named(CHECKOUT, "../encvoy-realm"))
                .withMessage("There is no template ../encvoy-realm, but gitlab, grafana, moodle, nextcloud, "
                        + "rocket-chat, sentry.");
    }
}
