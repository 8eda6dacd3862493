package com.encvoy.keycloak.browser;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The preview of the dashboard as a browser shows it: with its style sheets, and while the person types. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class LookPageIT {

    private static final String BUTTON = "encvoy.widget_colors.button_color";

    private final TestServer server;
    private TestRealm realm;
    private ChromiumPages pages;

    LookPageIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void open() {
        pages = new ChromiumPages(server);
        realm = TestRealm.copy(server, "look-page", copy -> {});
        realm.grant(realm.person("owner"), "error-tracker", "OWNER");
        realm.settings("error-tracker", Map.of(BUTTON, "#112233"));
    }

    @AfterAll
    void close() {
        pages.close();
    }

    @Test
    void thePreviewFollowsWhatThePersonTypes() {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.window();
            page.navigate(server.at("/realms/look-page/dashboard/applications/"
                            + realm.client("error-tracker").getId() + "/look")
                    .toString());
            page.fill("[name=username]", "owner");
            page.click("#kc-login");
            page.fill("[name=password]", TestRealm.PASSWORD);
            page.click("#kc-login");
            FrameLocator preview = page.frameLocator("iframe[name=preview]");

            assertThat(preview.locator("#kc-login")).hasCSS("background-color", "rgb(17, 34, 51)");
            ChromiumPages.picture(page, "dashboard-look");
            page.fill("[id='" + BUTTON + "']", "#fff");

            assertThat(preview.locator("#kc-login")).hasCSS("background-color", "rgb(255, 255, 255)");
            assertThat(preview.locator("#kc-login")).hasCSS("color", "rgb(0, 0, 0)");
            assertThat(page.locator("[data-contrast]"))
                    .hasText("Contrast of text and background 1 : 1, less than 4.5 : 1. Hard to read, so pages use "
                            + "#000000 for the text.");
            assertThat(page.locator("[id='" + BUTTON + "']")).isFocused();
        }
        // The browser reports each script that the sandbox blocks. Nothing else is missing.
        assertThat(pages.complaints())
                .noneMatch(complaint -> complaint.contains("Content Security Policy")
                        || complaint.contains("Access to font")
                        || complaint.contains("foreign host"));
        assertThat(realm.client("error-tracker").getAttributes()).containsEntry(BUTTON, "#112233");
    }
}
