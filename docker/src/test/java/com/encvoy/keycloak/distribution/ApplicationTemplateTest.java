package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.encvoy.keycloak.command.UserError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The templates that are shipped. */
class ApplicationTemplateTest {

    private static final Checkout CHECKOUT =
            new Checkout(Path.of("..").toAbsolutePath().normalize(), "1.2.3");
    private static final URI SERVER = URI.create("https://id.example.com");
    private static final URI APPLICATION = URI.create("https://app.example.com/path");

    static List<String> names() {
        return ApplicationTemplate.names(CHECKOUT);
    }

    @Test
    void everyGuideOfEncvoyIdHasOne() {
        assertThat(names()).containsExactly("gitlab", "grafana", "moodle", "nextcloud", "rocket-chat", "sentry");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPlaceholderIsFilled(String name) throws IOException {
        ApplicationTemplate template = ApplicationTemplate.named(CHECKOUT, name);

        assertThat(template.client(APPLICATION, "my_app-1").toString())
                .contains("\"clientId\":\"my_app-1\"", "\"rootUrl\":\"" + APPLICATION + "\"")
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
        List<String> uris = new ArrayList<>();
        template.client(APPLICATION, "app").path("redirectUris").forEach(uri -> uris.add(uri.textValue()));

        assertThat(uris)
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(uri).startsWith("/").doesNotContain("*"))
                .anySatisfy(uri -> assertThat(template.page()).contains("`${APPLICATION_URL}" + uri + "`"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsPageSaysHowItLogsOutAndWhatItDoesWithoutAnAddress(String name) throws IOException {
        assertThat(ApplicationTemplate.named(CHECKOUT, name).page())
                .contains("- **Logout.** ", "- **Without an e-mail address** ", "`encvoy.required_fields` to `email");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theAddressesThatItsPageReturnsToAreRegistered(String name) throws IOException {
        ApplicationTemplate template = ApplicationTemplate.named(CHECKOUT, name);
        List<String> registered = Pattern.compile("##")
                .splitAsStream(template.client(APPLICATION, "app")
                        .at("/attributes/post.logout.redirect.uris")
                        .asText())
                .map(uri -> uri.startsWith("/") ? APPLICATION + uri : uri)
                .toList();

        assertThat(Pattern.compile("post_logout_redirect_uri=([^'`\\s]+)")
                        .matcher(template.page().replace("${APPLICATION_URL}", APPLICATION.toString()))
                        .results()
                        .map(address -> address.group(1)))
                .isSubsetOf(registered);
        if (!name.equals("sentry")) {
            assertThat(registered).contains("+", APPLICATION.toString(), APPLICATION + "/");
        }
    }

    @Test
    void theReadmeHasTheSettingsOfThePageForSentry() throws IOException {
        String readme = Files.readString(CHECKOUT.root().resolve("README.md"));
        String page = ApplicationTemplate.named(CHECKOUT, "sentry")
                .settings(SERVER, APPLICATION, "sentry", "<client secret>")
                .replace(SERVER.toString(), "https://<address of this Keycloak>");

        List<String> blocks = Pattern.compile("```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(blocks).hasSize(2);
        assertThat(readme).contains(blocks.get(0).lines().toList());
        assertThat(blocks.get(1)).contains("pip install sentry-auth-oidc");
        assertThat(readme).contains("`pip install sentry-auth-oidc`");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> ApplicationTemplate.named(CHECKOUT, "../encvoy-realm"))
                .withMessage("There is no template ../encvoy-realm: choose one of gitlab, grafana, moodle, nextcloud, "
                        + "rocket-chat, sentry.");
    }
}
