package com.encvoy.keycloak.login.identifier;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionChooserIT {

    private static final String SELECT = "&prompt=select_account";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private String ada;
    private Browser browser;

    SessionChooserIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "chooser", copy -> {});
        login = new LoginBrowser(server, realm);
    }

    @BeforeEach
    void signIn() {
        ada = realm.person("ada");
        realm.person("bob", user -> {
            user.setFirstName("Bob");
            user.setLastName("Builder");
        });
        browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);
        assertThat(isSignedIn(browser)).isTrue();
    }

    @AfterEach
    void close() {
        realm.settings("wiki", Map.of("encvoy.always_choose_session", ""));
        browser.close();
    }

    @Test
    void aKnownBrowserIsSignedInSilently() {
        assertThat(isSignedIn(login.open(browser, ""))).isTrue();
        assertThat(isSignedIn(login.open(browser, "&prompt=none"))).isTrue();
    }

    @Test
    void anUnknownBrowserGetsNoChooser() {
        assertThat(login.open(new Browser(server.url()), SELECT).asksWhoItIs()).isTrue();
        assertThat(login.open(new Browser(server.url()), "&prompt=none")
                        .address()
                        .toString())
                .contains("error=login_required");
    }

    @Test
    void whoMayChooseSeesWhoIsSignedInAndContinues() {
        login.open(browser, SELECT);

        assertThat(browser.pageId()).isEqualTo("login-encvoy-session-chooser");
        assertThat(browser.text())
                .contains("Ada Lovelace", "ada@example.com", "Use another account", "Sign out")
                .doesNotContain("Other sign-in methods");
        assertThat(isSignedIn(browser.click("encvoy-continue"))).isTrue();
        assertThat(realm.admin().users().get(ada).getUserSessions()).hasSize(1);
    }

    @Test
    void anApplicationMayAlwaysWantAChoice() {
        realm.settings("wiki", Map.of("encvoy.always_choose_session", "true"));

        assertThat(login.open(browser, "").pageId()).isEqualTo("login-encvoy-session-chooser");
        assertThat(login.open(browser, "&prompt=none").address().toString()).contains("error=");
        login.open(browser, "").language("de");
        assertThat(browser.text()).contains("Anderes Konto verwenden");
        assertThat(isSignedIn(browser.click("encvoy-continue"))).isTrue();
    }

    @Test
    void anotherAccountNeverSharesASessionWithTheFirst() {
        String session = realm.admin().users().get(ada).getUserSessions().get(0).getId();
        login.open(browser, SELECT).click("encvoy-other");
        assertThat(browser.asksWhoItIs()).isTrue();

        browser.signIn("bob", TestRealm.PASSWORD);

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(realm.admin().users().get(ada).getUserSessions()).isEmpty();
        String bob = realm.admin().users().searchByUsername("bob", true).get(0).getId();
        assertThat(realm.admin().users().get(bob).getUserSessions())
                .singleElement()
                .satisfies(own -> assertThat(own.getId()).isNotEqualTo(session));
        login.open(browser, SELECT);
        assertThat(browser.text()).contains("Bob Builder").doesNotContain("Ada");
    }

    @Test
    void logOutEndsTheSession() {
        login.open(browser, SELECT).click("encvoy-sign-out");

        assertThat(browser.text()).contains("You are signed out", "Sign in again");
        assertThat(realm.admin().users().get(ada).getUserSessions()).isEmpty();
        assertThat(realm.event(EventType.LOGOUT, ada).getClientId()).isEqualTo("wiki");
        assertThat(browser.click("encvoy-start").asksWhoItIs()).isTrue();
        assertThat(login.open(browser, "").asksWhoItIs()).isTrue();
    }

    @Test
    void aChoiceAfterTheSessionHasEndedLeadsToTheLogin() {
        login.open(browser, SELECT);
        realm.admin().users().get(ada).logout();

        assertThat(browser.click("encvoy-continue").asksWhoItIs()).isTrue();
    }

    @Test
    void aChoiceThatIsNoneShowsThePageAgain() {
        login.open(browser, SELECT);
        for (Map<String, String> choice : List.of(Map.of("choice", "everything"), Map.of("nothing", "x"))) {
            assertThat(browser.submit("encvoy-chooser-form", choice).pageId())
                    .isEqualTo("login-encvoy-session-chooser");
        }
    }
}
