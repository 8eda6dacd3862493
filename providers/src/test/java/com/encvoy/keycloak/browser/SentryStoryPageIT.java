package com.encvoy.keycloak.browser;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A login at Sentry from the first page to the dashboard, which the front page of the documentation shows. */
@KeycloakServer
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class SentryStoryPageIT {

    private final TestServer server;
    private final TestRealm realm;

    SentryStoryPageIT(TestServer server) {
        this.server = server;
        this.realm = TestRealm.imported(server);
    }

    @Test
    void aPersonComesFromSentrySignsInAndFindsItInTheDashboard() {
        realm.person("ada");
        Filmstrip strip = new Filmstrip();
        SentryLogin login = new Sentry(realm.sentry("/api/oidc")).startLogin();
        try (ChromiumPages pages = new ChromiumPages(server);
                BrowserSession visit = pages.visit(
                        new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(480, 640))) {
            Page page = visit.page(login);
            page.fill("#username", "ada");
            strip.add(page, "Sentry sends the browser here");
            page.click("#kc-login");
            page.fill("#password", TestRealm.PASSWORD);
            strip.add(page, "A password, a code or a passkey");
            page.click("#kc-login");
            ChromiumPages.awaitSentry(page);
            assertThat(login.callback(URI.create(page.url())).email()).isEqualTo("ada@example.com");

            page.navigate(
                    server.at("/realms/" + realm.name() + "/dashboard/apps").toString());
            assertThat(page.locator("main")).containsText("Sentry");
            strip.add(page, "Signed in, and seen in the dashboard");

            strip.draw(visit.window(), "sentry-login");
            assertThat(pages.complaints()).isEmpty();
        }
    }
}
