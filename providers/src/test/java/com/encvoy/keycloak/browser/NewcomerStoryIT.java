package com.encvoy.keycloak.browser;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.sentry.SentrySettings;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** From an account with one role to a Sentry that a team signs in to, without an administrator. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class NewcomerStoryIT {

    private static final String REALM = "newcomers-story";

    private final TestServer server;
    private TestRealm realm;
    private ChromiumPages pages;

    NewcomerStoryIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, REALM, copy -> {});
        String newcomer = realm.person("newcomer");
        realm.admin()
                .users()
                .get(newcomer)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("encvoy-create-application").toRepresentation()));
        realm.person("colleague");
        realm.person("stranger");
        pages = new ChromiumPages(server);
    }

    @AfterAll
    void close() {
        pages.close();
    }

    @Test
    void aNewcomerConnectsSentryInvitesAColleagueAndChangesTheLook() {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.window();
            page.navigate(
                    server.at("/realms/" + REALM + "/dashboard/applications").toString());
            signIn(page, "newcomer");
            page.getByText("Create application").first().click();
            page.getByText("Sentry").first().click();
            page.fill("#url", TestRealm.SENTRY_URL);
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main h1")).hasText("Sentry");
            String overview = page.url();

            page.navigate(overview + "/secret");
            Sentry sentry = new Sentry(pasted(page));
            SentryLogin first = sentry.startLogin();
            assertThat(consents(first, visit.page(first)).email()).isEqualTo("newcomer@example.com");

            page.navigate(overview + "/access");
            page.getByText("Members", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            page.locator("main form button[type=submit]").last().click();
            refuses(sentry, "stranger");

            int mails = Mailbox.of("colleague@example.com").size();
            page.navigate(overview + "/invitations");
            page.fill("#emails", "Colleague <colleague@example.com>");
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator("main")).containsText("colleague@example.com");
            Mailbox.await("colleague@example.com", mails + 1);
            assertThat(admits(sentry, "colleague").email()).isEqualTo("colleague@example.com");
            page.navigate(overview + "/members");
            assertThat(page.locator("main")).containsText("colleague");

            page.navigate(overview + "/look");
            page.locator("[name='encvoy.widget_title']").fill("Errors of the team");
            page.locator("main form .button-primary").first().click();
            assertThat(page.locator("[name='encvoy.widget_title']")).hasValue("Errors of the team");
            try (BrowserSession next = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
                assertThat(next.page(sentry.startLogin()).locator("#encvoy-title"))
                        .hasText("Errors of the team");
            }
        }
        assertThat(pages.complaints()).allMatch(complaint -> complaint.contains("frame is sandboxed"));
    }

    /** Exactly the block that the page shows. */
    private static SentrySettings pasted(Page page) {
        String block = page.locator("#configuration-1").textContent();
        return new SentrySettings(
                value(block, "OIDC_CLIENT_ID"),
                value(block, "OIDC_CLIENT_SECRET"),
                value(block, "OIDC_SCOPE"),
                value(block, "OIDC_DOMAIN"),
                TestRealm.SENTRY_URL);
    }

    private static String value(String block, String name) {
        return Pattern.compile(name + " = \"([^\"]+)\"")
                .matcher(block)
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name + " in " + block));
    }

    private static void signIn(Page page, String username) {
        page.fill("#username", username);
        page.click("#kc-login");
        page.fill("#password", TestRealm.PASSWORD);
        page.click("#kc-login");
    }

    /** An application that a person made asks for consent, and says who made it. */
    private static SentryIdentity consents(SentryLogin login, Page page) {
        assertThat(page.locator("#kc-oauth")).containsText("Ada Lovelace");
        page.click("#kc-login");
        ChromiumPages.awaitSentry(page);
        return login.callback(URI.create(page.url()));
    }

    private SentryIdentity admits(Sentry sentry, String username) {
        SentryLogin login = sentry.startLogin();
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.page(login);
            signIn(page, username);
            return consents(login, page);
        }
    }

    private void refuses(Sentry sentry, String username) {
        try (BrowserSession visit = pages.visit(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = visit.page(sentry.startLogin());
            signIn(page, username);

            assertThat(page.locator("body")).hasAttribute("data-page-id", "login-encvoy-access-denied");
        }
    }
}
