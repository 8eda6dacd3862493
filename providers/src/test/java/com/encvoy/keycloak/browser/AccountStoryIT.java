package com.encvoy.keycloak.browser;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.api.RestApi;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A person looks after the own account, with a keyboard, in a browser that runs no scripts. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
        disabledReason = "no Chrome or Chromium is installed, the pages are not looked at")
class AccountStoryIT {

    private static final String REALM = "account-story";

    /** No page has as many things to stop at. */
    private static final int STOPS = 80;

    private final TestServer server;
    private TestRealm realm;
    private ChromiumPages pages;
    private BrowserSession visit;
    private Page page;
    private String ada;

    AccountStoryIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void signIn() {
        realm = TestRealm.copy(
                server, REALM, copy -> copy.getAttributesOrEmpty().put("encvoy.catalog", "true"));
        ada = realm.person("ada");
        realm.grant(realm.person("owner"), "error-tracker", "OWNER");
        realm.settings("error-tracker", Map.of("encvoy.authorize_only_employees", "true"));
        RestApi.of(server, realm)
                .send("owner", "POST", "/applications/error-tracker/invitations", "{\"email\":[\"ada@example.com\"]}");
        pages = new ChromiumPages(server);
        try (BrowserSession other = pages.visit(options())) {
            signIn(other.window());
        }
        visit = pages.visit(options());
        page = visit.window();
        signIn(page);
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false);
    }

    private void signIn(Page window) {
        window.navigate(server.at("/realms/" + REALM + "/dashboard").toString());
        type(window, "#username", "ada");
        window.keyboard().press("Enter");
        type(window, "#password", TestRealm.PASSWORD);
        window.keyboard().press("Enter");
        assertThat(window.locator("main h1")).hasText("Profile");
    }

    @AfterAll
    void close() {
        visit.close();
        pages.close();
    }

    /** Moves on with the tabulator key, as far as the element. */
    private static void reach(Page window, Locator target) {
        for (int stop = 0; stop < STOPS; stop++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            window.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + target);
    }

    private static void type(Page window, String field, String text) {
        reach(window, window.locator(field));
        window.keyboard().press("Control+A");
        window.keyboard().type(text);
    }

    private void press(String selector, String key) {
        reach(page, page.locator(selector).first());
        page.keyboard().press(key);
    }

    private void section(String name) {
        press("nav.sections a:has(span:text-is(\"" + name + "\"))", "Enter");
        assertThat(page.locator("nav.sections a[aria-current]")).hasText(name);
    }

    private void tells(String text) {
        assertThat(page.locator("main .notice").first()).containsText(text);
    }

    @Test
    void changesTheProfile() {
        section("Profile");
        type(page, "[name='attribute.firstName']", "Augusta");
        page.keyboard().press("Enter");

        tells("saved");
        assertThat(person().getFirstName()).isEqualTo("Augusta");
    }

    @Test
    void choosesWhatApplicationsSee() {
        section("What applications see");
        Locator nickname = page.locator("[name='field.nickname']");
        assertThat(nickname).isChecked();
        press("[name='field.nickname']", "Space");
        press("#privacy button.button-primary", "Enter");

        tells("Saved");
        assertThat(page.locator("[name='field.nickname']")).not().isChecked();
        assertThat(person().getAttributes().get("public_profile_claims_oauth"))
                .contains("email")
                .doesNotContain("nickname");
    }

    @Test
    void startsToSetUpAnAuthenticatorAndThinksBetterOfIt() {
        section("Security");
        press("#kind-otp form button", "Enter");
        assertThat(page.locator("#kc-totp-settings, #kc-totp-settings-form").first())
                .isVisible();
        press("[name=cancel-aia]", "Enter");

        assertThat(page.locator("main h1")).hasText("Security");
        tells("Nothing was changed");
    }

    @Test
    void endsTheOtherSessions() {
        section("Devices and sessions");
        press("main a[href$='/sessions/others']", "Enter");
        press("main form button", "Enter");

        tells("");
        assertThat(realm.admin().users().get(ada).getUserSessions()).hasSize(1);
    }

    @Test
    void acceptsAnInvitation() {
        section("Requests");
        assertThat(page.locator("main")).containsText("Sentry");
        press("main button.button-primary", "Enter");

        tells("");
        assertThat(realm.roles(ada, "error-tracker")).contains("USER");
        section("Applications");
        assertThat(page.locator("main")).containsText("Sentry");
    }

    @Test
    void marksAFavorite() {
        realm.homeOf("error-tracker", TestRealm.SENTRY_URL);
        realm.grant(ada, "error-tracker", "USER");
        section("Applications");
        press("main button.star", "Enter");

        assertThat(page.locator("main button.star").first()).hasAttribute("aria-pressed", "true");
    }

    @Test
    void readsWhatHappened() {
        section("Activity");
        assertThat(page.locator("main")).containsText("Signed in");
    }

    @Test
    void asksForTheDataAndDoesNotDeleteTheAccount() {
        section("My data");
        press("#download a", "Enter");
        assertThat(page.locator("main form button")).isVisible();
        section("My data");
        press("#delete a", "Enter");
        page.keyboard().press("Tab");
        press("main a.button:has-text(\"Cancel\")", "Enter");
        assertThat(page.locator("main h1")).hasText("My data");
    }

    private UserRepresentation person() {
        List<UserRepresentation> found = realm.admin().users().searchByUsername("ada", true);
        return found.get(0);
    }
}
