package com.encvoy.keycloak.browser;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A walk through every step of a login, in a browser, with a check of each page on the way. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class WalkIT {

    private final TestServer server;
    private TestRealm realm;
    private ChromiumPages pages;

    WalkIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void open() {
        pages = new ChromiumPages(server);
        realm = TestRealm.copy(server, "walk", copy -> {});
    }

    @AfterAll
    void close() {
        pages.close();
    }

    static List<AxeScan> readers() {
        return AxeScan.ALL;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void fromTheFirstAccountToTheLastLogout(AxeScan reader) {
        String name = "walker-" + reader.language();
        String email = name + "@example.com";
        int mails = Mailbox.of(email).size();
        consent(true);
        realm.settings("error-tracker", Map.of("encvoy.authorize_only_admins", ""));
        try (BrowserSession visit = pages.visit(reader.options())) {
            SentryLogin registration = atSentry();
            Page page = visit.page(registration);
            register(page, name, email, mails + 1);
            consentTo(page);
            assertThat(registration.callback(URI.create(page.url())).name()).isEqualTo("Wal Ker");

            logOut(page);
            SentryLogin recovery = atSentry();
            page.navigate(recovery.authorizationUrl().toString());
            recover(page, name, email, mails + 2);
            ChromiumPages.awaitSentry(page);
            assertThat(recovery.callback(URI.create(page.url())).email()).isEqualTo(email);

            page.navigate(atSentry().authorizationUrl() + "&prompt=select_account");
            checked(page, "#encvoy-continue");
            page.click("#encvoy-continue");
            ChromiumPages.awaitSentry(page);

            realm.settings("error-tracker", Map.of("encvoy.authorize_only_admins", "true"));
            page.navigate(atSentry().authorizationUrl().toString());
            checked(page, "#encvoy-denied");
        } finally {
            consent(false);
        }
        assertThat(pages.complaints()).isEmpty();
    }

    private SentryLogin atSentry() {
        return new Sentry(realm.sentry("/realms/walk/api/oidc")).startLogin();
    }

    private void consent(boolean required) {
        ClientRepresentation client = realm.client("error-tracker");
        client.setConsentRequired(required);
        realm.admin().clients().get(client.getId()).update(client);
    }

    /** The page with this element is open, and passes the checks. */
    private static void checked(Page page, String element) {
        assertThat(page.locator(element)).isVisible();
        assertThat(Accessibility.violations(page)).as(element).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits", element)
                .isTrue();
    }

    private static void register(Page page, String name, String email, int mail) {
        checked(page, "#username");
        page.click("#kc-registration a");
        checked(page, "#email");
        page.fill("#username", name);
        page.fill("#email", email);
        page.fill("#firstName", "Wal");
        page.fill("#lastName", "Ker");
        page.click("#kc-register-form [type=submit]");
        checked(page, "#code");
        page.fill("#code", Mailbox.await(email, mail).code());
        page.click("#kc-login");
        setPassword(page, TestRealm.PASSWORD);
    }

    private static void setPassword(Page page, String password) {
        checked(page, "#password-new");
        page.fill("#password-new", password);
        page.fill("#password-confirm", password);
        page.click("#kc-passwd-update-form [type=submit]");
    }

    private static void consentTo(Page page) {
        checked(page, "#kc-oauth");
        page.click("#kc-login");
        ChromiumPages.awaitSentry(page);
    }

    private void logOut(Page page) {
        page.navigate(server.at("/realms/walk/api/oidc/session/end").toString());
        checked(page, "#kc-logout");
        page.click("#kc-logout");
        checked(page, "#kc-info-message");
    }

    private static void recover(Page page, String name, String email, int mail) {
        page.fill("#username", name);
        page.keyboard().press("Enter");
        checked(page, "#password");
        page.fill("#password", "wrong");
        page.click("#kc-login");
        checked(page, "#input-error-password");
        assertThat(page.locator("#password")).isFocused();
        page.click("a[href*=reset-credentials]");
        checked(page, "#username");
        page.fill("#username", name);
        page.keyboard().press("Enter");
        checked(page, "#code");
        page.fill("#code", "000");
        page.click("#kc-login");
        checked(page, "#input-error-code");
        page.fill("#code", Mailbox.await(email, mail).code());
        page.click("#kc-login");
        setPassword(page, TestRealm.PASSWORD + "!");
    }
}
