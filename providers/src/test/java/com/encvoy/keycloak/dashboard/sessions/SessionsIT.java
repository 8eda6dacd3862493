package com.encvoy.keycloak.dashboard.sessions;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.LogoutReceiver;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about where a person is signed in: sessions and tokens really end. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsIT {

    private static final String SECRET = "secret-of-the-wiki-for-tests";
    private static final String CALLBACK = "https://wiki.example.com/callback";

    private final TestServer server;
    private TestRealm realm;

    SessionsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "dashboard-sessions", copy -> {});
    }

    @BeforeEach
    void makeApplication() {
        realm.application("wiki", SECRET, CALLBACK);
        ClientRepresentation wiki = realm.client("wiki");
        wiki.setName("Wiki of the house");
        wiki.setDirectAccessGrantsEnabled(true);
        realm.admin().clients().get(wiki.getId()).update(wiki);
        realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("offline_access"))
                .forEach(scope -> realm.admin().clients().get(wiki.getId()).addOptionalClientScope(scope.getId()));
    }

    private DashboardBrowser signedIn(String username) {
        return new DashboardBrowser(server, realm, username, SessionsPages.PAGE);
    }

    private Application wiki() {
        return Application.atKeycloakAddress(server, realm, "wiki", SECRET);
    }

    /** Signs in to the wiki in a browser. */
    private String refreshToken(Browser browser, String username, String scope) {
        URI request = URI.create(realm.authorization("wiki", CALLBACK, "")
                .toString()
                .replace("scope=openid", "scope=openid" + scope)
                .replace("/api/oidc/auth", "/protocol/openid-connect/auth"));
        browser.open(request);
        if (browser.address().toString().startsWith(server.at("/").toString())) {
            browser.signIn(username, TestRealm.PASSWORD);
        }
        return wiki().redeem(browser.address(), CALLBACK).text("refresh_token");
    }

    private int refresh(String token) {
        return wiki().token("refresh_token", Map.of("refresh_token", token)).status();
    }

    private static String csrf(DashboardBrowser browser) {
        return "state_checker=" + browser.browser().value("state_checker");
    }

    private static void press(DashboardBrowser browser, String xpath) {
        HtmlElement found = browser.browser().html().getFirstByXPath(xpath);
        assertThat(found).as(browser.text()).isNotNull();
        browser.browser().press(found);
    }

    @Test
    void oneSessionIsEndedWithItsTokens() {
        String id = realm.person("ada");
        try (Browser other = new Browser(server.url()).reading("en");
                DashboardBrowser browser = signedIn("ada")) {
            String token = refreshToken(other, "ada", "");
            browser.open(SessionsPages.PAGE);
            assertThat(browser.text())
                    .contains("Chrome on Windows", "This browser", "IP address", "Wiki of the house")
                    .doesNotContain("encvoy-dashboard");
            assertThat(browser.browser().html().getByXPath("//form[contains(@action,'/sessions/end')]"))
                    .hasSize(1);

            press(browser, "//form[contains(@action,'/sessions/end')]//button");

            assertThat(browser.text()).contains("You are signed out there.").doesNotContain("Wiki of the house");
            assertThat(refresh(token)).isEqualTo(400);
            assertThat(other.open(realm.authorization("wiki", CALLBACK, "")).asksWhoItIs())
                    .isTrue();
            EventRepresentation event = realm.event(EventType.LOGOUT, id);
            assertThat(event.getClientId()).isEqualTo("encvoy-dashboard");
            assertThat(event.getDetails()).containsEntry("context", "ACCOUNT");
            assertThat(realm.admin().users().get(id).getUserSessions())
                    .extracting(session -> session.getId())
                    .doesNotContain(event.getSessionId())
                    .hasSize(1);
        }
    }

    @Test
    void allOthersEndAfterAConfirmationAlsoThoseThatStayConnected() {
        String id = realm.person("grace");
        try (Browser one = new Browser(server.url()).reading("en");
                Browser two = new Browser(server.url()).reading("en");
                DashboardBrowser browser = signedIn("grace")) {
            String online = refreshToken(one, "grace", "");
            String offline = refreshToken(two, "grace", "+offline_access");
            String own = refreshToken(browser.browser(), "grace", "");
            browser.open("sessions/others");
            assertThat(browser.text()).contains("Other places where you are signed in: 2.");
            assertThat(refresh(offline)).isEqualTo(200);

            browser.send(Map.of());

            assertThat(browser.text()).contains("You are signed out everywhere else.");
            assertThat(refresh(online)).isEqualTo(400);
            assertThat(refresh(offline)).isEqualTo(400);
            assertThat(refresh(own)).isEqualTo(200);
            assertThat(realm.admin().users().get(id).getUserSessions()).hasSize(1);
            browser.open("sessions/others");
            assertThat(browser.text()).contains("You are not signed in anywhere else");
        }
    }

    @Test
    void anApplicationEndsEverywhereAndIsTold() throws Exception {
        String id = realm.person("mary");
        try (LogoutReceiver receiver = new LogoutReceiver();
                Browser one = new Browser(server.url()).reading("en");
                DashboardBrowser browser = signedIn("mary")) {
            realm.settings(
                    "wiki", Map.of("backchannel.logout.url", receiver.address().toString()));
            String here = refreshToken(browser.browser(), "mary", "");
            String there = refreshToken(one, "mary", "+offline_access");
            browser.open(SessionsPages.PAGE);
            assertThat(browser.text()).contains("stays connected", "By application");
            String wiki = realm.client("wiki").getId();
            press(browser, "//a[contains(@href,'/sessions/applications/" + wiki + "')]");
            assertThat(browser.text()).contains("Sign out of Wiki of the house");

            browser.send(Map.of());

            assertThat(browser.text())
                    .contains("You are signed out of this application everywhere.")
                    .doesNotContain("Wiki of the house");
            assertThat(refresh(here)).isEqualTo(400);
            assertThat(refresh(there)).isEqualTo(400);
            assertThat(receiver.token()).isNotNull();
            assertThat(receiver.token()).isNotNull();
            assertThat(realm.event(EventType.LOGOUT, "ended_by_person").getUserId())
                    .isEqualTo(id);
            assertThat(browser.open("sessions/applications/" + wiki).status()).isEqualTo(404);
        }
    }

    @Test
    void whatStaysConnectedIsShownAfterTheBrowserHasSignedOut() {
        realm.person("jean");
        try (Browser other = new Browser(server.url()).reading("en");
                DashboardBrowser browser = signedIn("jean")) {
            String offline = refreshToken(other, "jean", "+offline_access");
            other.open(browser.address("applications"));
            other.submit(
                    (org.htmlunit.html.HtmlForm) other.html().getFirstByXPath("//form[contains(@action,'sign-out')]"),
                    Map.of("state_checker", other.value("state_checker")));
            browser.open(SessionsPages.PAGE);
            assertThat(browser.text()).contains("Signed out, but still connected", "(stays connected)");
            assertThat(refresh(offline)).isEqualTo(200);

            press(browser, "//form[contains(@action,'/sessions/end')]//button");

            assertThat(refresh(offline)).isEqualTo(400);
            assertThat(browser.text()).doesNotContain("stays connected)");
        }
    }

    @Test
    void toEndTheCurrentSessionIsToSignOut() {
        String id = realm.person("leaving");
        try (DashboardBrowser browser = signedIn("leaving")) {
            String current =
                    realm.admin().users().get(id).getUserSessions().get(0).getId();

            browser.browser().post(browser.address("sessions/end"), csrf(browser) + "&place=" + current);

            assertThat(realm.admin().users().get(id).getUserSessions()).isEmpty();
            assertThat(browser.open(SessionsPages.PAGE).browser().asksWhoItIs()).isTrue();
        }
    }

    @Test
    void sessionsOfOthersAreNotThere() {
        String id = realm.person("other");
        realm.person("curious");
        try (DashboardBrowser other = signedIn("other");
                DashboardBrowser browser = signedIn("curious")) {
            String foreign =
                    realm.admin().users().get(id).getUserSessions().get(0).getId();
            for (String place : List.of(foreign, "unknown", "")) {
                browser.browser().post(browser.address("sessions/end"), csrf(browser) + "&place=" + place);
                assertThat(browser.status()).as(place).isEqualTo(404);
                browser.open(SessionsPages.PAGE);
            }
            String wiki = realm.client("wiki").getId();
            assertThat(browser.open("sessions/applications/" + wiki).status()).isEqualTo(404);
            for (String form : List.of("end", "others", "applications/" + wiki)) {
                assertThat(browser.forge("sessions/" + form, "place=" + foreign).status())
                        .as(form)
                        .isEqualTo(403);
            }
            assertThat(realm.admin().users().get(id).getUserSessions()).hasSize(1);
            assertThat(other.open(SessionsPages.PAGE).status()).isEqualTo(200);
        }
    }

    @Test
    void whoMayOnlyLookSeesNoButtons() {
        String id = realm.person("viewer");
        realm.admin()
                .users()
                .get(id)
                .roles()
                .realmLevel()
                .remove(realm.admin().users().get(id).roles().realmLevel().listAll());
        try (DashboardBrowser browser = signedIn("viewer")) {
            assertThat(browser.status()).isEqualTo(403);
            realm.grant(id, "account", "view-profile");
            wiki().token("password", Map.of("username", "viewer", "password", TestRealm.PASSWORD, "scope", "openid"));
            browser.open(SessionsPages.PAGE);
            assertThat(browser.text()).contains("Wiki of the house").doesNotContain("Sign out everywhere else");
            String csrf = csrf(browser);
            for (String form : List.of(
                    "end", "others", "applications/" + realm.client("wiki").getId())) {
                browser.browser().post(browser.address("sessions/" + form), csrf + "&place=x");
                assertThat(browser.status()).as(form).isEqualTo(403);
            }
        }
    }

    @Test
    void manySessionsHavePages() {
        realm.person("busy");
        for (int i = 0; i < 24; i++) {
            // Keycloak refuses a person whose last login it still books.
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .until(() -> wiki().token(
                                            "password",
                                            Map.of(
                                                    "username",
                                                    "busy",
                                                    "password",
                                                    TestRealm.PASSWORD,
                                                    "scope",
                                                    "openid"))
                                    .status()
                            == 200);
        }
        try (DashboardBrowser browser = signedIn("busy")) {
            assertThat(browser.browser().html().getByXPath("//form[contains(@action,'/sessions/end')]"))
                    .hasSize(19);
            assertThat(browser.text()).contains("Places where you are signed in: 24");
            press(browser, "//a[@rel='next']");
            assertThat(browser.browser().html().getByXPath("//form[contains(@action,'/sessions/end')]"))
                    .hasSize(5);
            assertThat(browser.open("sessions?first=9999999999").status()).isEqualTo(200);
        }
    }
}
