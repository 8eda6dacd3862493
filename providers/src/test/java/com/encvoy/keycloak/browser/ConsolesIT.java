package com.encvoy.keycloak.browser;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keycloak's own consoles in a realm of ours: the login leads to them, and the content security policy lets them work.
 */
@KeycloakServer
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class ConsolesIT {

    /** Milliseconds; the consoles are large applications. */
    private static final double LOADING = 30_000;

    private final TestServer server;

    ConsolesIT(TestServer server) {
        this.server = server;
    }

    @Test
    void peopleKeepTheirAccountAndAdministratorsTheirRealm() {
        TestRealm realm = TestRealm.copy(server, "consoles", copy -> {});
        realm.grant(realm.person("ada"), "realm-management", "realm-admin");
        try (ChromiumPages pages = new ChromiumPages(server);
                BrowserSession visit = pages.visit(AxeScan.ALL.get(0).options())) {
            Page page = visit.window();
            page.navigate(server.at("/realms/consoles/account/").toString());
            page.fill("#username", "ada");
            page.click("#kc-login");
            assertThat(page.locator("#encvoy-title")).hasText("Encvoy ID");
            page.fill("#password", TestRealm.PASSWORD);
            page.click("#kc-login");
            assertThat(page.locator("#email, [name=email]").first())
                    .hasValue("ada@example.com", new LocatorAssertions.HasValueOptions().setTimeout(LOADING));

            page.navigate(server.at("/admin/consoles/console/").toString());
            assertThat(page.locator("body"))
                    .containsText(
                            Pattern.compile("consoles|Encvoy ID"),
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LOADING));
            assertThat(page.locator("[data-testid='nav-item-clients'], #nav-item-clients, a[href$='/clients']")
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOADING));

            assertThat(pages.complaints())
                    .noneMatch(complaint ->
                            complaint.contains("Content Security Policy") || complaint.contains("foreign"));
        }
    }
}
