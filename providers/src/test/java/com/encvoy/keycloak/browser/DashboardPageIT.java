package com.encvoy.keycloak.browser;

import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ScreenshotAnimations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the dashboard, as people with different devices and needs meet it. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class DashboardPageIT {

    private static final String AREAS = String.join(
            "|",
            "access|activity|apps|check|claims|create|data|delete|history|insight|invitations|list|look|members|nav",
            "notice|overview|page|parts|privacy|problem|profile|realm|refusal|refused|requests|rotation|secret",
            "section|security|sessions|settings|shell|tab");

    private static final String KEY = "(?m)^\\s*(?:" + AREAS + ")\\.[a-zA-Z_.]+\\s*$|\\$\\{";

    private final TestServer server;
    private final List<BrowserSession> visits = new ArrayList<>();
    private final List<Page> windows = new ArrayList<>();
    private ChromiumPages pages;
    private DashboardSample sample;

    DashboardPageIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void open() {
        sample = new DashboardSample(server);
        pages = new ChromiumPages(server);
        for (AxeScan reader : AxeScan.ALL) {
            BrowserSession visit = pages.visit(reader.options());
            visits.add(visit);
            windows.add(signedIn(visit, "ada"));
        }
    }

    @AfterAll
    void close() {
        visits.forEach(BrowserSession::close);
        pages.close();
    }

    private Page signedIn(BrowserSession visit, String username) {
        Page page = visit.window();
        page.navigate(sample.address("applications"));
        page.fill("#username", username);
        page.click("#kc-login");
        page.fill("#password", TestRealm.PASSWORD);
        page.click("#kc-login");
        assertThat(page.locator("main h1")).isVisible();
        return page;
    }

    @ParameterizedTest
    // The first ones ask for another sign-in after five minutes.
    @CsvSource({
        "secret, applications/{id}/secret",
        "rotation, applications/{id}/secret/rotate",
        "member-remove, applications/{id}/members/{member}/remove",
        "delete, applications/{id}/delete",
        "hand-over, applications/hand-over/confirm?person={member}&of={made}",
        "unlink, security/unlink?account=partner",
        "download, data/download",
        "delete-account, data/delete",
        "applications, applications",
        "trust, applications/{made}/trust",
        "invitation-withdraw, applications/{made}/invitations/{invitation}/withdraw",
        "without-owner, applications?owner=none",
        "nothing-found, applications?search=zzz",
        "create, applications/create",
        "create-sentry, applications/create?product=sentry",
        "create-other, applications/create?product=other",
        "overview, applications/{id}",
        "settings, applications/{id}/settings",
        "access, applications/{id}/access",
        "look, applications/{id}/look",
        "members, applications/{id}/members",
        "member, applications/{id}/members/{member}",
        "invitations, applications/{id}/invitations",
        "check, applications/{id}/check",
        "claims, applications/{id}/check/claims",
        "activity, applications/{id}/activity",
        "realm, realm",
        "profile, profile",
        "privacy, privacy",
        "privacy-application, privacy/{id}",
        "security, security",
        "key-name, security/credentials/{key}/name",
        "sessions, sessions",
        "sessions-application, sessions/applications/{id}",
        "sessions-others, sessions/others",
        "apps, apps",
        "catalog, apps/catalog",
        "apps-access, apps/access",
        "app, apps/{id}",
        "app-revoke, apps/{id}/revoke",
        "requests, requests",
        "history, activity",
        "data, data"
    })
    void canBeReadAndUsedByEverybody(String name, String path) {
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < AxeScan.ALL.size(); i++) {
            AxeScan reader = AxeScan.ALL.get(i);
            Page page = windows.get(i);
            String language = (path.contains("?") ? "&" : "?") + "kc_locale=" + reader.language();
            Response response = page.navigate(sample.address(path) + language);
            softly.assertThat(response.status()).as(name).isEqualTo(200);
            ChromiumPages.picture(page, "dashboard/" + name + "-" + reader.picture(), ScreenshotAnimations.ALLOW);

            softly.assertThat(page.locator("html").getAttribute("lang")).isEqualTo(reader.language());
            softly.assertThat(page.locator("h1").count())
                    .as("headings of %s", name)
                    .isEqualTo(1);
            PageInspection inspection = new PageInspection(softly, page, name);
            inspection.ofReader(reader);
            softly.assertThat(page.locator("body").innerText())
                    .as("%s: a message that is missing shows its key", name)
                    .doesNotContainPattern(KEY);
            inspection.ofVariations(reader, variation -> {});
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        }
        // The preview is the page of the login, which has scripts.
        softly.assertThat(pages.complaints())
                .as("complaints of the browser")
                .allMatch(complaint -> complaint.contains("frame is sandboxed"));
        pages.complaints().clear();
        softly.assertAll();
    }

    @Test
    void aPersonWithoutApplicationsIsToldWhatToDo() {
        try (BrowserSession visit = pages.visit(AxeScan.ALL.get(0).options())) {
            Page page = signedIn(visit, "stranger");

            assertThat(page.locator(".empty-title")).hasText("No applications yet");
            assertThat(Accessibility.violations(page)).isEmpty();
            assertThat(page.navigate(sample.address("applications/{id}")).status())
                    .isEqualTo(404);
            assertThat(page.locator("main h1")).hasText("There is nothing here");
            assertThat(Accessibility.violations(page)).isEmpty();
        }
        pages.complaints().removeIf(complaint -> complaint.contains("404"));
        assertThat(pages.complaints()).isEmpty();
    }

    @Test
    void aKeyboardAloneCreatesAnApplication() {
        try (BrowserSession visit = pages.visit(AxeScan.ALL.get(0).options())) {
            Page page = signedIn(visit, "ada");
            page.navigate(sample.address("applications/create?product=grafana&kc_locale=en"));
            page.locator("#url").focus();
            page.keyboard().type("https://grafana.example.com");
            page.keyboard().press("Enter");

            assertThat(page.locator("main h1")).hasText("Grafana");
            assertThat(page.locator("#configuration-1")).containsText("grafana.example.com");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Skip to content");
        }
        assertThat(pages.complaints()).isEmpty();
    }
}
