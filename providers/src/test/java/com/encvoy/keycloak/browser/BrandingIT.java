package com.encvoy.keycloak.browser;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The look of an application on its pages. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class BrandingIT {

    private static final List<String> PROVIDERS =
            List.of("corporate", "partner", "one", "two", "three", "four", "five", "six");

    private static final List<String> SETTINGS = List.of(
            "encvoy.widget_title",
            "encvoy.widget_colors.button_color",
            "encvoy.widget_colors.font_color",
            "encvoy.color_scheme",
            "encvoy.avatar",
            "encvoy.show_avatar_in_widget",
            "encvoy.cover",
            "encvoy.hide_widget_create_account",
            "encvoy.hide_widget_footer",
            "encvoy.big_providers",
            "encvoy.hide_avatars_of_big_providers",
            "encvoy.widget_info",
            "encvoy.widget_info_out");

    private final TestServer server;
    private TestRealm realm;
    private ChromiumPages pages;

    BrandingIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void open() {
        pages = new ChromiumPages(server);
        realm = TestRealm.copy(server, "branding", copy -> {});
        realm.person("ada");
        PROVIDERS.forEach(alias -> {
            IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
            provider.setAlias(alias);
            provider.setDisplayName("The " + alias);
            provider.setProviderId("oidc");
            provider.setConfig(Map.of(
                    "clientId",
                    "c",
                    "clientSecret",
                    "of-the-tests",
                    "authorizationUrl",
                    "https://idp.example.com/auth",
                    "tokenUrl",
                    "https://idp.example.com/token"));
            realm.admin().identityProviders().create(provider).close();
        });
    }

    @AfterAll
    void close() {
        pages.close();
    }

    @BeforeEach
    void clear() {
        pages.complaints().clear();
        Map<String, String> none = new HashMap<>();
        SETTINGS.forEach(key -> none.put(key, ""));
        realm.settings("error-tracker", none);
        realmSettings(Map.of(
                "encvoy.widget_title",
                "",
                "encvoy.copyright",
                "",
                "encvoy.cover",
                "",
                "encvoy.cover_mode",
                "",
                "encvoy.image_hosts",
                "",
                "darkMode",
                "true"));
    }

    private void realmSettings(Map<String, String> attributes) {
        RealmRepresentation representation = realm.admin().toRepresentation();
        representation.getAttributes().putAll(attributes);
        realm.admin().update(representation);
    }

    private SentryLogin atSentry() {
        return new Sentry(realm.sentry("/realms/branding/api/oidc")).startLogin();
    }

    private BrowserSession visit(ColorScheme scheme) {
        return pages.visit(new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(scheme));
    }

    @Test
    void anApplicationHasALookOfItsOwn() {
        realm.settings(
                "error-tracker",
                Map.of(
                        "encvoy.widget_title",
                        "Enter WIDGET_APP_NAME",
                        "encvoy.widget_colors.button_color",
                        "#064",
                        "encvoy.widget_colors.font_color",
                        "#FFFFFF",
                        "encvoy.cover",
                        "/resources/cover.png?of=app",
                        "encvoy.widget_info",
                        "<p>Ask <b>Ada</b>, <a href=\"https://example.com/help\">read</a></p>",
                        "encvoy.widget_info_out",
                        "<p>Below</p>",
                        "encvoy.hide_widget_create_account",
                        "true",
                        "encvoy.avatar",
                        "/resources/logo.png",
                        "encvoy.show_avatar_in_widget",
                        "true"));
        realmSettings(
                Map.of("encvoy.copyright", "\u00a9 Example <Ltd>", "encvoy.cover", "/resources/cover.png?of=realm"));
        try (BrowserSession visit = visit(ColorScheme.LIGHT)) {
            Page page = visit.page(atSentry());

            assertThat(page.locator("#encvoy-title")).hasText("Enter Sentry");
            assertThat(page.locator("#kc-login")).hasCSS("background-color", "rgb(0, 102, 68)");
            assertThat(page.locator("#kc-login")).hasCSS("color", "rgb(255, 255, 255)");
            assertThat(page.locator("#encvoy-logo")).hasAttribute("src", "/resources/logo.png");
            assertThat(page.locator("#encvoy-info b")).hasText("Ada");
            assertThat(page.locator("#encvoy-info a"))
                    .hasAttribute("rel", Pattern.compile("noopener noreferrer|noreferrer noopener"));
            assertThat(page.locator("#encvoy-info-out")).hasText("Below");
            assertThat(page.locator("#encvoy-footer")).hasText("\u00a9 Example <Ltd>");
            assertThat(page.locator("#kc-registration")).hasCount(0);
            assertThat(page.locator("body"))
                    .hasCSS("background-image", Pattern.compile(".*/resources/cover.png\\?of=app.*"));

            realm.settings("error-tracker", Map.of("encvoy.hide_widget_footer", "true", "encvoy.cover", ""));
            page.reload();
            assertThat(page.locator("#encvoy-footer")).hasCount(0);
            assertThat(page.locator("body"))
                    .hasCSS("background-image", Pattern.compile(".*/resources/cover.png\\?of=realm.*"));
        }
        // The pictures of this test do not exist.
        assertThat(pages.complaints()).allMatch(complaint -> complaint.contains("404"));
    }

    @Test
    void picturesComeFromThisHostOrFromListedOnes() {
        realm.settings("error-tracker", Map.of("encvoy.cover", "https://static.example.com/cover.png"));
        realmSettings(Map.of("encvoy.cover", "/resources/cover.png", "encvoy.cover_mode", "REPLACE"));
        try (BrowserSession visit = visit(ColorScheme.LIGHT)) {
            Page page = visit.page(atSentry());
            assertThat(page.locator("body")).hasCSS("background-image", Pattern.compile(".*/resources/cover.png.*"));

            realmSettings(Map.of("encvoy.cover_mode", "NONE"));
            page.reload();
            assertThat(page.locator("body")).hasCSS("background-image", "none");

            realmSettings(Map.of("encvoy.image_hosts", "static.example.com"));
            page.reload();
            assertThat(page.locator("body"))
                    .hasCSS("background-image", Pattern.compile(".*https://static.example.com/cover.png.*"));
        }
        awaitLog("encvoy.cover must be on this host or on one of encvoy.image_hosts");
        assertThat(pages.complaints())
                .as("the content security policy still keeps it out")
                .allMatch(complaint -> complaint.contains("404") || complaint.contains("Content Security Policy"));
    }

    @Test
    void preferredProvidersAreButtonsAndTheOthersRoundIcons() {
        realm.settings("error-tracker", Map.of("encvoy.big_providers", "partner corporate missing"));
        try (BrowserSession visit = visit(ColorScheme.LIGHT)) {
            Page page = visit.page(atSentry());

            assertThat(page.locator("#encvoy-big-providers a")).hasText(new String[] {"The partner", "The corporate"});
            assertThat(page.locator("#encvoy-small-providers > li > a")).hasCount(4);
            ChromiumPages.picture(page, "providers");
            assertThat(page.locator("#social-one")).hasCSS("width", "42px");
            assertThat(page.locator("#social-two")).not().isVisible();
            page.locator("#encvoy-more-providers summary").press("Enter");
            page.setViewportSize(320, 640);
            BoundingBox list = page.locator("#encvoy-more-providers ul").boundingBox();
            assertThat(list.x).as("the list on the narrowest screen").isNotNegative();
            assertThat(list.x + list.width).isLessThanOrEqualTo(320);
            page.setViewportSize(1280, 720);
            assertThat(page.locator("#social-two")).isVisible();
            assertThat(Accessibility.violations(page)).isEmpty();
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void pagesAreLightOrDarkAsTheyAreSet() {
        realm.settings("error-tracker", Map.of("encvoy.color_scheme", "dark"));
        try (BrowserSession visit = visit(ColorScheme.LIGHT)) {
            assertThat(visit.page(atSentry()).locator(".pf-v5-c-login__main"))
                    .hasCSS("background-color", "rgb(36, 38, 44)");
        }
        realm.settings("error-tracker", Map.of("encvoy.color_scheme", "light"));
        try (BrowserSession visit = visit(ColorScheme.DARK)) {
            assertThat(visit.page(atSentry()).locator(".pf-v5-c-login__main"))
                    .hasCSS("background-color", "rgb(255, 255, 255)");
        }
        realm.settings("error-tracker", Map.of("encvoy.color_scheme", ""));
        // Keycloak's own switch.
        realmSettings(Map.of("darkMode", "false"));
        try (BrowserSession visit = visit(ColorScheme.DARK)) {
            assertThat(visit.page(atSentry()).locator(".pf-v5-c-login__main"))
                    .hasCSS("background-color", "rgb(255, 255, 255)");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void textThatCouldNotBeReadIsCorrected() {
        realm.settings(
                "error-tracker",
                Map.of("encvoy.widget_colors.button_color", "#ffeeaa", "encvoy.widget_colors.font_color", "#ffffff"));
        try (BrowserSession visit = visit(ColorScheme.LIGHT)) {
            assertThat(visit.page(atSentry()).locator("#kc-login")).hasCSS("color", "rgb(0, 0, 0)");
        }
        awaitLog("encvoy.widget_colors.font_color must be readable on #ffeeaa");
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void mailsHaveTheNameAndTheColoursOfTheApplication() {
        realm.settings("error-tracker", Map.of("encvoy.widget_colors.button_color", "#006644"));
        realm.person("mailed", user -> user.setAttributes(Map.of("locale", List.of("de"))));
        try (BrowserSession visit = visit(ColorScheme.LIGHT)) {
            Page page = visit.page(atSentry());
            page.fill("#username", "mailed");
            page.click("#kc-login");
            page.getByText("Send me a code").click();
            assertThat(page.locator("#code")).isVisible();
            Mailbox.Mail mail = Mailbox.await("mailed@example.com", 1);

            Page reader = visit.window();
            reader.setContent(mail.html());
            assertThat(reader.locator("html")).hasAttribute("dir", "ltr");
            assertThat(reader.locator("td").first()).hasText("Sentry");
            assertThat(reader.locator("td").first()).hasCSS("background-color", "rgb(0, 102, 68)");
            assertThat(reader.locator("body")).containsText(mail.code());
            assertThat(Accessibility.violations(reader)).isEmpty();
            ChromiumPages.picture(reader, "mail");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    private void awaitLog(String text) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(server.log()).contains(text));
    }

    static List<String> hostile() {
        return List.of(
                "<script>console.error(1)</script>",
                "\"><script>console.error(1)</script><p class=\"",
                "'; } body { display: none } a {",
                "javascript:console.error(1)",
                "data:text/html,<script>console.error(1)</script>",
                "https://evil.example.com/x.png",
                "/x');background:url('https://evil.example.com/x.png",
                "<img src=https://evil.example.com/x.png onerror=\"console.error(1)\">",
                "</main></div></body></html>",
                "${.now} <#stop>",
                "\u202egnp.exe\u2066",
                "x".repeat(100_000),
                "{0} {1} '",
                "&lt;script&gt;");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noValueBreaksThePageRunsOrLoads(String value) {
        Map<String, String> all = new HashMap<>();
        SETTINGS.forEach(key -> all.put(key, value));
        all.put("encvoy.show_avatar_in_widget", "true");
        realm.settings("error-tracker", all);
        realmSettings(Map.of("encvoy.copyright", value, "encvoy.cover_mode", value, "encvoy.image_hosts", value));
        try (BrowserSession visit = visit(ColorScheme.LIGHT)) {
            SentryLogin login = atSentry();
            Page page = visit.page(login);

            assertThat(page.locator(".pf-v5-c-login__main").boundingBox().width).isEqualTo(360);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
            page.fill("#username", "ada");
            page.click("#kc-login");
            page.fill("#password", TestRealm.PASSWORD);
            page.click("#kc-login");
            ChromiumPages.awaitSentry(page);
            assertThat(login.callback(URI.create(page.url())).email()).isEqualTo("ada@example.com");
        }
        assertThat(pages.complaints()).isEmpty();
    }
}
