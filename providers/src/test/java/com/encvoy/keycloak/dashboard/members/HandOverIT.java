package com.encvoy.keycloak.dashboard.members;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications without an owner get one. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverIT {

    private static final String REALM = "dashboard-hand-over";

    private final TestServer server;
    private TestRealm realm;
    private String heir;
    private String wiki;
    private String forum;
    private int number;

    HandOverIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, REALM, copy -> copy.setAdminEventsEnabled(true));
        realm.grant(realm.person("administrator"), "realm-management", "realm-admin");
        String viewer = realm.person("viewer");
        realm.grant(viewer, "realm-management", "view-users");
        realm.grant(viewer, "realm-management", "view-clients");
        realm.grant(realm.person("owner"), "error-tracker", "OWNER");
    }

    @BeforeEach
    void makeApplications() {
        number++;
        heir = realm.person("heir" + number);
        realm.application("wiki", "secret-of-the-wiki-for-tests", "https://wiki.example.com/login");
        realm.application("forum", "secret-of-the-forum-for-tests", "https://forum.example.com/login");
        wiki = realm.client("wiki").getId();
        forum = realm.client("forum").getId();
    }

    @AfterEach
    void restoreClock() {
        server.moveClock(0);
    }

    private URI page(String path) {
        return server.at("/realms/" + REALM + "/dashboard/applications" + path);
    }

    private Browser signedIn(String username, String path) {
        return new Browser(server.url()).reading("en").open(page(path)).signIn(username, TestRealm.PASSWORD);
    }

    private static void choose(Browser browser, String id) {
        HtmlCheckBoxInput box =
                browser.html().getFirstByXPath("//input[@name='application'][@value='%s']".formatted(id));
        box.setChecked(true);
    }

    private static Browser press(Browser browser) {
        HtmlButton found = browser.html().getFirstByXPath("//main//button[normalize-space()='Hand over']");
        return browser.press(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heir%d", "HEIR%d@example.com"})
    void anAdministratorHandsApplicationsOver(String typed) {
        try (Browser browser = signedIn("administrator", "?owner=none")) {
            choose(browser, wiki);
            choose(browser, forum);
            press(browser.type("owner", typed.formatted(number)));
            assertThat(browser.text()).contains("Ada Lovelace becomes an owner", "wiki", "forum", "heir" + number);
            assertThat(realm.roles(heir, "wiki")).isEmpty();

            press(browser);
            assertThat(browser.address()).isEqualTo(page("?owner=none"));
            assertThat(browser.text()).contains("Handed over.").doesNotContain("wiki");
            assertThat(realm.roles(heir, "wiki")).containsExactly("OWNER");
            assertThat(realm.roles(heir, "forum")).containsExactly("OWNER");
            Mailbox.await("heir" + number + "@example.com", 2);
        }
    }

    @Test
    void whatIsMissingIsSaidAndTheChoiceIsKept() {
        try (Browser browser = signedIn("administrator", "?owner=none")) {
            choose(browser, wiki);
            press(browser.type("owner", "nonexistent"));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text())
                    .contains("There is no active account", "wiki")
                    .doesNotContain("forum");
            assertThat(browser.value("owner")).isEqualTo("nonexistent");
            press(browser.type("owner", "heir" + number));
            press(browser);
            assertThat(realm.roles(heir, "wiki")).containsExactly("OWNER");

            browser.open(page("?owner=none"));
            press(browser.type("owner", "heir" + number));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("Please choose at least one application");
        }
    }

    @Test
    void aPersonWhoCannotActIsNoOwner() {
        realm.grant(heir, "wiki", "encvoy.blocked");
        String disabled = realm.person("disabled");
        realm.disable(disabled);
        try (Browser browser = signedIn("administrator", "?owner=none")) {
            choose(browser, wiki);
            press(browser.type("owner", "heir" + number));
            assertThat(browser.text()).contains("This person is blocked in wiki");
            press(browser.type("owner", "disabled"));
            assertThat(browser.text()).contains("There is no active account");
            browser.open(page("/hand-over/confirm?person=" + disabled + "&of=" + wiki));
            assertThat(browser.status()).isEqualTo(404);
        }
    }

    @Test
    void aFreshSignInIsNeededAndReturnsToTheQuestion() {
        try (Browser browser = signedIn("administrator", "?owner=none")) {
            server.moveClock(400);
            browser.open(page("/hand-over/confirm?person=" + heir + "&of=" + wiki + "+" + forum));
            browser.type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(browser.text()).contains("wiki", "forum");
            press(browser);

            assertThat(realm.roles(heir, "wiki")).containsExactly("OWNER");
            assertThat(realm.roles(heir, "forum")).containsExactly("OWNER");
        }
    }

    @Test
    void twentyApplicationsReturnFromAFreshSignInToo() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(index -> {
                    realm.application("many" + index, "secret-of-many-for-tests", "https://many.example.com/login");
                    return realm.client("many" + index).getId();
                })
                .toList();
        try (Browser browser = signedIn("administrator", "?owner=none")) {
            server.moveClock(400);
            browser.open(page("/hand-over/confirm?person=" + heir + "&of=" + String.join("+", ids)));
            browser.type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(browser.text()).contains("many0", "many19");
        }
        ids.forEach(id -> realm.admin().clients().get(id).remove());
    }

    @Test
    void othersHandNothingOver() {
        try (Browser viewer = signedIn("viewer", "?owner=none");
                Browser owner = signedIn("owner", "")) {
            assertThat(viewer.text()).contains("wiki");
            assertThat(viewer.html().getByXPath("//main//form[@method='post']")).isEmpty();
            for (Browser browser : List.of(viewer, owner)) {
                browser.post(
                        page("/hand-over/confirm"),
                        "state_checker=" + browser.value("state_checker") + "&person=" + heir + "&of=" + wiki);
                assertThat(browser.status()).isEqualTo(403);
                assertThat(browser.open(page("/hand-over")).status()).isEqualTo(403);
            }
            assertThat(realm.roles(heir, "wiki")).isEmpty();
        }
    }

    @Test
    void builtInAndUnknownClientsAreNotFound() {
        String account = realm.client("account").getId();
        try (Browser browser = signedIn("administrator", "?owner=none")) {
            for (String id : List.of(account, "unknown")) {
                browser.post(
                        page("/hand-over"),
                        "state_checker=" + token(browser) + "&owner=heir" + number + "&application=" + id);
                assertThat(browser.status()).isEqualTo(404);
                browser.post(
                        page("/hand-over/confirm"),
                        "state_checker=" + token(browser) + "&person=" + heir + "&of=" + wiki + "+" + id);
                assertThat(browser.status()).isEqualTo(404);
            }
            assertThat(realm.roles(heir, "wiki")).isEmpty();
        }
    }

    private static String token(Browser browser) {
        return browser.value("state_checker");
    }

    @Test
    void aForgedFormChangesNothing() {
        try (Browser browser = signedIn("administrator", "?owner=none")) {
            browser.post(page("/hand-over/confirm"), "state_checker=forged&person=" + heir + "&of=" + wiki);

            assertThat(browser.status()).isEqualTo(403);
            assertThat(realm.roles(heir, "wiki")).isEmpty();
            assertThat(browser.open(page("/hand-over")).address()).isEqualTo(page("?owner=none"));
        }
    }
}
