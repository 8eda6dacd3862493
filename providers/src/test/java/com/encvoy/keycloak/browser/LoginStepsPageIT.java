package com.encvoy.keycloak.browser;

import java.net.URI;
import java.util.Map;

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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages behind the first one, and a passkey, in a real browser. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class LoginStepsPageIT {

    private final TestServer server;
    private TestRealm realm;
    private ChromiumPages pages;

    LoginStepsPageIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void open() {
        pages = new ChromiumPages(server);
        realm = TestRealm.copy(server, "pages", copy -> {});
        realm.person("grace", user -> {
            user.setFirstName("Grace");
            user.setLastName("Hopper");
        });
    }

    @AfterAll
    void close() {
        pages.close();
    }

    private SentryLogin atSentry() {
        return new Sentry(realm.sentry("/realms/pages/api/oidc")).startLogin();
    }

    private BrowserSession english() {
        return pages.visit(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    @Test
    void aCodeIsChosenAndTyped() {
        SentryLogin login = atSentry();
        try (BrowserSession visit = english()) {
            Page page = visit.page(login);
            page.fill("#username", "grace");
            page.click("#kc-login");
            int mails = Mailbox.of("grace@example.com").size();
            page.getByText("Send me a code").click();
            assertThat(page.locator("#code")).isFocused();
            assertThat(page.locator("#encvoy-resend")).not().isVisible();
            assertThat(page.locator(".encvoy-wait")).isVisible();
            ChromiumPages.picture(page, "code", ScreenshotAnimations.ALLOW);
            page.fill("#code", "12");
            page.click("#kc-login");
            assertThat(page.locator("#input-error-code")).hasText("That code is incorrect.");
            ChromiumPages.picture(page, "code-wrong", ScreenshotAnimations.ALLOW);
            ChromiumPages.picture(page, "states/encvoy-email-code-error", ScreenshotAnimations.ALLOW);

            page.fill("#code", Mailbox.await("grace@example.com", mails + 1).code());
            page.click("#kc-login");
            ChromiumPages.awaitSentry(page);
            assertThat(login.callback(URI.create(page.url())).name()).isEqualTo("Grace Hopper");
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void theButtonForAnotherCodeShowsItselfWhenTheTimeIsOver() {
        TestRealm quick = TestRealm.copy(
                server,
                "pages-quick",
                copy -> TestRealm.options(copy, "encvoy-email-code", Map.of("resend_delay_sec", "10")));
        quick.person("quick");
        try (BrowserSession visit = english()) {
            Page page = visit.page(new Sentry(quick.sentry("/realms/pages-quick/api/oidc")).startLogin());
            page.fill("#username", "quick");
            page.click("#kc-login");
            page.getByText("Send me a code").click();
            assertThat(page.locator("#encvoy-resend")).not().isVisible();

            assertThat(page.locator("#encvoy-resend"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(15_000));
            page.click("#encvoy-resend");
            Mailbox.await("quick@example.com", 2);
            assertThat(page.locator("#encvoy-resend")).not().isVisible();
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void theChooserAndTheDenialAreShown() {
        try (BrowserSession visit = english()) {
            Page page = visit.page(atSentry());
            page.fill("#username", "grace");
            page.click("#kc-login");
            page.fill("#password", TestRealm.PASSWORD);
            page.click("#kc-login");
            ChromiumPages.awaitSentry(page);

            page.navigate(atSentry().authorizationUrl() + "&prompt=select_account");
            assertThat(page.locator("#encvoy-continue")).containsText("Grace Hopper");
            ChromiumPages.picture(page, "chooser");
            page.keyboard().press("Tab");
            page.click("#encvoy-continue");
            ChromiumPages.awaitSentry(page);

            realm.settings(
                    "error-tracker",
                    Map.of("encvoy.authorize_only_admins", "true", "encvoy.contact", "help@example.com"));
            page.navigate(atSentry().authorizationUrl().toString());
            assertThat(page.locator("#kc-page-title")).hasText("No access to Sentry");
            ChromiumPages.picture(page, "denied");
        } finally {
            realm.settings("error-tracker", Map.of("encvoy.authorize_only_admins", "", "encvoy.contact", ""));
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void whatAnApplicationRequiresIsAskedForOnAPageOfItsOwn() {
        realm.person("private");
        realm.settings("error-tracker", Map.of("encvoy.required_fields", "login nickname"));
        try (BrowserSession visit = english()) {
            Page page = visit.page(atSentry());
            page.fill("#username", "private");
            page.click("#kc-login");
            page.fill("#password", TestRealm.PASSWORD);
            page.click("#kc-login");
            assertThat(page.locator("#kc-page-title")).hasText("Data for Sentry");
            page.fill("#nickname", "Countess");
            ChromiumPages.picture(page, "visibility");
            page.click("#encvoy-raise");
            ChromiumPages.awaitSentry(page);
        } finally {
            realm.settings("error-tracker", Map.of("encvoy.required_fields", ""));
        }
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void aPasskeySignsInOnTheFirstPage() {
        String id = realm.person("passkey");
        realm.change(id, user -> user.setRequiredActions(java.util.List.of("webauthn-register-passwordless")));
        try (BrowserSession visit = english()) {
            SentryLogin first = atSentry();
            Page page = visit.page(first);
            new VirtualAuthenticator(visit.devTools(page));
            page.onDialog(dialog -> dialog.accept("my passkey"));
            page.fill("#username", "passkey");
            page.click("#kc-login");
            page.fill("#password", TestRealm.PASSWORD);
            page.click("#kc-login");
            assertThat(page.locator("#registerWebAuthn")).isVisible();
            // The button does nothing until its script has been loaded, and a test is faster than a person.
            page.waitForLoadState();
            page.click("#registerWebAuthn");
            ChromiumPages.awaitSentry(page);

            visit.forgetEverything();
            SentryLogin second = atSentry();
            page.navigate(second.authorizationUrl().toString());
            ChromiumPages.pressPasskey(page);
            ChromiumPages.awaitSentry(page);
            assertThat(second.callback(URI.create(page.url())).email()).isEqualTo("passkey@example.com");
        }
        assertThat(pages.complaints()).isEmpty();
    }
}
