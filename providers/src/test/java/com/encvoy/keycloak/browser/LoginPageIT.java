package com.encvoy.keycloak.browser;

import java.net.URI;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class LoginPageIT {

    private final TestServer server;
    private final TestRealm realm;
    private ChromiumPages pages;

    LoginPageIT(TestServer server) {
        this.server = server;
        this.realm = TestRealm.imported(server);
    }

    @BeforeAll
    void open() {
        pages = new ChromiumPages(server);
        realm.person("ada");
    }

    @AfterAll
    void close() {
        pages.close();
    }

    @Test
    void somebodyWhoComesFromSentrySeesTheEncvoyLoginAndReturnsSignedIn() {
        SentryLogin login = new Sentry(realm.sentry("/api/oidc")).startLogin();
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.page(login);

            ChromiumPages.picture(page, "login");
            assertThat(page).hasTitle("Sign in – Sentry");
            assertThat(page.locator("#kc-header-wrapper")).hasText("Sentry");
            assertThat(page.locator("#kc-page-title")).hasText("Sign in");
            page.fill("#username", "ada");
            page.click("#kc-login");
            assertThat(page.locator("#password")).isVisible();
            ChromiumPages.picture(page, "password");
            page.fill("#password", TestRealm.PASSWORD);
            page.click("#kc-login");
            ChromiumPages.awaitSentry(page);

            assertThat(login.callback(URI.create(page.url())).email()).isEqualTo("ada@example.com");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void whoIsNewCreatesAnAccountAndReturnsToSentry() {
        SentryLogin login = new Sentry(realm.sentry("/api/oidc")).startLogin();
        realm.admin()
                .users()
                .searchByUsername("newcomer", true)
                .forEach(old -> realm.admin().users().delete(old.getId()).close());
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.page(login);
            page.click("text=Create account");
            assertThat(page.locator("#email")).isVisible();
            ChromiumPages.picture(page, "register");
            page.fill("#username", "newcomer");
            page.fill("#email", "newcomer@example.com");
            page.fill("#firstName", "New");
            page.fill("#lastName", "Comer");
            int mails = Mailbox.of("newcomer@example.com").size();
            page.click("#kc-register-form [type=submit]");
            page.fill("#code", Mailbox.await("newcomer@example.com", mails + 1).code());
            page.click("#kc-login");
            page.fill("#password-new", TestRealm.PASSWORD);
            page.fill("#password-confirm", TestRealm.PASSWORD);
            page.click("#kc-passwd-update-form [type=submit]");
            ChromiumPages.awaitSentry(page);

            assertThat(login.callback(URI.create(page.url())).name()).isEqualTo("New Comer");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void bothWaysToSignInAreThereAtOnceAndTheAccountIsNoField() {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.page(new Sentry(realm.sentry("/api/oidc")).startLogin());
            page.fill("#username", "ada");
            page.click("#kc-login");

            assertThat(page).hasTitle("Enter your password – Sentry");
            assertThat(page.getByText("Send me a code")).isVisible();
            assertThat(page.locator("#encvoy-signing-in")).containsText("ada");
            assertThat(page.locator("#encvoy-signing-in input")).hasCount(0);
            assertThat(page.locator("input[autocomplete=username]")).hasValue("ada");
            page.getByText("Not you?").click();
            assertThat(page.locator("#username")).hasValue("ada");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void anErrorStandsAtItsFieldWhichHasTheFocus() {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.page(new Sentry(realm.sentry("/api/oidc")).startLogin());
            page.click("#kc-login");
            assertThat(page.locator("#username")).isFocused();
            assertThat(page.locator("#input-error-username")).isVisible();
            ChromiumPages.picture(page, "states/login-username-error");

            page.fill("#username", "ada");
            page.click("#kc-login");
            page.fill("#password", "wrong");
            page.click("#kc-login");
            assertThat(page.locator("#password")).isFocused();
            assertThat(page.locator("#input-error-password")).isVisible();
            assertThat(Accessibility.violations(page)).isEmpty();
            ChromiumPages.picture(page, "states/login-password-error");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void theLanguageIsChosenInTheFootAndWhatWasTypedStays() {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.page(new Sentry(realm.sentry("/api/oidc")).startLogin());
            page.fill("#username", "ada@example.com");
            page.locator("#encvoy-languages summary").press("Enter");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.getByText("Deutsch").click();

            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("#username")).hasValue("ada@example.com");
            assertThat(page).hasTitle("Anmelden – Sentry");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void theCardHasTheMeasuresAndColoursOfEncvoy() {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = visit.page(new Sentry(realm.sentry("/api/oidc")).startLogin());
            Locator card = page.locator(".pf-v5-c-login__main");

            assertThat(card.boundingBox().width).isEqualTo(360);
            assertThat(card).hasCSS("border-radius", "24px");
            assertThat(card).hasCSS("background-color", "rgb(255, 255, 255)");
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(226, 225, 229)");
            assertThat(page.locator("#kc-login")).hasCSS("background-color", "rgb(76, 106, 212)");
            assertThat(page.locator("#kc-login")).hasCSS("border-radius", "20px");
            assertThat(page.locator("#kc-login")).hasCSS("font-weight", "500");
            assertThat(page.locator("#kc-login").boundingBox().height).isEqualTo(44);
            assertThat(card.boundingBox().height).isGreaterThanOrEqualTo(400);
            assertThat(card).hasCSS("padding-left", "24px");
            assertThat(page.locator("body")).hasCSS("font-size", "14px");
            assertThat(page.locator("#kc-header-wrapper")).hasCSS("font-size", "20px");
            assertThat(page.locator(".encvoy-tile")).hasCSS("width", "66px");
            assertThat(page.locator(".encvoy-tile")).hasCSS("border-radius", "12px");
            assertThat(page.locator(".pf-v5-c-form-control:has(#username)"))
                    .hasCSS("background-color", "rgb(249, 250, 251)");
            assertThat(page.locator(".pf-v5-c-form-control:has(#username)")).hasCSS("border-radius", "20px");

            page.setViewportSize(3840, 2160);
            assertThat(card.boundingBox().width).isEqualTo(360);
            assertThat(card.boundingBox().x)
                    .as("in the middle of the widest screen")
                    .isEqualTo((3840 - 360) / 2.0);
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void germanAndDarkOnAPhoneFillTheScreen() {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions()
                .setLocale("de-DE")
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(360, 740))) {
            Page page = visit.page(new Sentry(realm.sentry("/api/oidc")).startLogin());

            ChromiumPages.picture(page, "login-dark-phone-de");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("#kc-page-title")).hasText("Anmelden");
            assertThat(page.locator(".pf-v5-c-login__main").boundingBox().width).isEqualTo(360);
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(36, 38, 44)");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing is wider than the screen")
                    .isTrue();
        }
        assertThat(pages.complaints()).isEmpty();
    }
}
