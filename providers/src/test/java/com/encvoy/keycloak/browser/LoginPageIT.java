package com.encvoy.keycloak.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class LoginPageIT {

    private final TestServer server;
    private final TestRealm realm;
    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;

    LoginPageIT(TestServer server) {
        this.server = server;
        this.realm = TestRealm.imported(server);
    }

    @BeforeAll
    void open() {
        chromium = new Chromium();
        realm.person("ada");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void somebodyWhoComesFromSentrySeesTheEncvoyLoginAndReturnsSignedIn() {
        SentryLogin login = new Sentry(realm.sentry("/api/oidc")).startLogin();
        try (BrowserContext context = context(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = page(context, login);

            picture(page, "login");
            assertThat(page).hasTitle("Log in to Encvoy ID");
            assertThat(page.locator("#kc-header-wrapper")).hasText("Encvoy ID");
            assertThat(page.locator("#kc-page-title")).hasText("Log in");
            page.fill("#username", "ada");
            page.fill("#password", TestRealm.PASSWORD);
            page.click("#kc-login");
            page.waitForURL(Pattern.compile(Pattern.quote(TestRealm.SENTRY_URL) + ".*"));

            assertThat(login.callback(URI.create(page.url())).email()).isEqualTo("ada@example.com");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoIsNewCreatesAnAccountAndReturnsToSentry() {
        SentryLogin login = new Sentry(realm.sentry("/api/oidc")).startLogin();
        realm.admin().users().searchByUsername("newcomer", true)
                .forEach(old -> realm.admin().users().delete(old.getId()).close());
        try (BrowserContext context = context(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = page(context, login);
            page.click("text=Create account");
            picture(page, "register");
            page.fill("#username", "newcomer");
            page.fill("#password", TestRealm.PASSWORD);
            page.fill("#password-confirm", TestRealm.PASSWORD);
            page.fill("#email", "newcomer@example.com");
            page.fill("#firstName", "New");
            page.fill("#lastName", "Comer");
            page.click("#kc-register-form [type=submit]");
            page.waitForURL(Pattern.compile(Pattern.quote(TestRealm.SENTRY_URL) + ".*"));

            assertThat(login.callback(URI.create(page.url())).name()).isEqualTo("New Comer");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void theCardHasTheMeasuresAndColoursOfEncvoy() {
        try (BrowserContext context = context(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = page(context, new Sentry(realm.sentry("/api/oidc")).startLogin());
            Locator card = page.locator(".pf-v5-c-login__main");

            assertThat(card.boundingBox().width).isEqualTo(360);
            assertThat(card).hasCSS("border-radius", "24px");
            assertThat(card).hasCSS("background-color", "rgb(255, 255, 255)");
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(226, 225, 229)");
            assertThat(page.locator("#kc-login")).hasCSS("background-color", "rgb(76, 106, 212)");
            assertThat(page.locator("#kc-login")).hasCSS("border-radius", "20px");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void germanAndDarkOnAPhoneFillTheScreen() {
        try (BrowserContext context = context(new Browser.NewContextOptions()
                .setLocale("de-DE").setColorScheme(ColorScheme.DARK).setViewportSize(360, 740))) {
            Page page = page(context, new Sentry(realm.sentry("/api/oidc")).startLogin());

            picture(page, "login-dark-phone-de");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("#kc-page-title")).hasText("Anmelden");
            assertThat(page.locator(".pf-v5-c-login__main").boundingBox().width).isEqualTo(360);
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(36, 38, 44)");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing is wider than the screen").isTrue();
        }
        assertThat(complaints).isEmpty();
    }

    /** Written for the README and for whoever changes the theme: -Dencvoy.pictures=FOLDER, else into the build folder. */
    private static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready.then(() => true)");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of(System.getProperty("encvoy.pictures", "target/pictures"), name + ".png")));
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        context.route(Pattern.compile(".*"), this::answer);
        return context;
    }

    private void answer(Route route) {
        String url = route.request().url();
        if (url.startsWith(server.url().toString())) {
            route.resume();
        } else if (url.startsWith(TestRealm.SENTRY_URL)) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<title>Sentry</title>"));
        } else {
            complaints.add("request to a foreign host: " + url);
            route.abort();
        }
    }

    private Page page(BrowserContext context, SentryLogin login) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(login.authorizationUrl().toString());
        return page;
    }
}
