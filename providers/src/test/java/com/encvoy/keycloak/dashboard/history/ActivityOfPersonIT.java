package com.encvoy.keycloak.dashboard.history;

import java.util.List;

import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on which people see what happened to their account. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityOfPersonIT {

    private static final String PAGE = "activity";

    private final TestServer server;
    private TestRealm realm;
    private int number;

    ActivityOfPersonIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "dashboard-history", copy -> {});
    }

    private String person() {
        String name = "historian" + ++number;
        realm.person(name);
        return name;
    }

    private DashboardBrowser signedIn(String username) {
        return new DashboardBrowser(server, realm, username, PAGE);
    }

    /** The lines of the page, the newest first. */
    private static List<String> entries(DashboardBrowser browser) {
        return browser.browser().html().<HtmlElement>getByXPath("//li[contains(@class, 'finding')]").stream()
                .map(entry -> entry.asNormalizedText().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void aSignInIsToldWithBrowserSystemAndAddress() {
        try (DashboardBrowser browser = signedIn(person())) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.browser()
                            .html()
                            .getElementsByTagName("h1")
                            .get(0)
                            .asNormalizedText())
                    .isEqualTo("Activity");
            assertThat(entries(browser)).hasSize(1);
            assertThat(entries(browser).get(0))
                    .matches("Signed in .* UTC .*(Chrome|Edge|Firefox) \\d+, .*IP address .+");
            assertThat(browser.text()).contains("Entries are kept for 90 days.");
        }
    }

    @Test
    void failedSignInsAndSignOutsAreToldInWordsTheNewestFirst() {
        String name = person();
        try (Browser stranger = new Browser(server.url())) {
            stranger.reading("en").open(server.at("/realms/dashboard-history/dashboard/" + PAGE));
            stranger.signIn(name, "wrong password");
        }
        try (DashboardBrowser first = signedIn(name)) {
            HtmlElement signOut =
                    first.browser().html().getFirstByXPath("//form[contains(@action, 'sign-out')]//button");
            first.browser().press(signOut);
        }
        EventRepresentation refused = realm.event(EventType.LOGIN_ERROR, name);
        assertThat(refused.getDetails()).containsKeys("browser", "system");
        try (DashboardBrowser browser = signedIn(name)) {
            List<String> entries = entries(browser);
            assertThat(entries).hasSize(4);
            assertThat(entries.get(0)).startsWith("Signed in");
            assertThat(entries.get(1)).startsWith("Signed out");
            assertThat(entries.get(2)).startsWith("Signed in");
            assertThat(entries.get(3)).startsWith("Sign-in failed: wrong password or code");

            // Nothing of it is a secret of a login, or a name that only developers know.
            String session = refused.getDetails().get("code_id");
            assertThat(browser.browser().source())
                    .doesNotContain(
                            session == null ? "code_id" : session, "LOGIN", "invalid_user", "encvoy-dashboard\"");
        }
    }

    @Test
    void whatOthersDoIsNotTold() {
        String other = person();
        signedIn(other).close();
        try (DashboardBrowser browser = signedIn(person())) {
            assertThat(entries(browser)).hasSize(1);
        }
    }

    @Test
    void theApplicationIsNamedAsPeopleKnowIt() {
        String name = person();
        realm.application("wiki", "secret-of-the-wiki-for-tests", "https://wiki.example.com/login");
        var client = realm.client("wiki");
        client.setName("Wiki & more");
        realm.admin().clients().get(client.getId()).update(client);
        try (DashboardBrowser browser = signedIn(name)) {
            browser.browser().open(realm.authorization("wiki", "https://wiki.example.com/login", ""));
            browser.open(PAGE);
            assertThat(entries(browser).get(0)).contains("Signed in", "Wiki & more");

            client.setName("");
            realm.admin().clients().get(client.getId()).update(client);
            browser.open(PAGE);
            assertThat(browser.text()).doesNotContain("wiki", "Wiki");
        }
    }

    @Test
    void entriesAreFiltered() {
        try (DashboardBrowser browser = signedIn(person())) {
            browser.open(PAGE + "?kind=sign_in");
            assertThat(entries(browser)).hasSize(1);
            assertThat(browser.browser()
                            .html()
                            .<HtmlElement>getFirstByXPath("//nav[@class='tabs']//a[@aria-current]")
                            .asNormalizedText())
                    .isEqualTo("Sign-ins");

            browser.open(PAGE + "?kind=change");
            assertThat(entries(browser)).isEmpty();
            assertThat(browser.text()).contains("Nothing to show");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?first=-1",
                "?first=x",
                "?first=99999999999",
                "?kind=%3Cb%3E",
                "?first=10000&kind=change",
                "?kind=sign_in&kind=x"
            })
    void anOddAddressIsUnderstoodOrIgnored(String query) {
        try (DashboardBrowser browser = signedIn(person())) {
            assertThat(browser.open(PAGE + query).status()).isEqualTo(200);
            assertThat(browser.browser().source()).doesNotContain("<b>");
        }
    }

    @Test
    void longHistoriesArePaged() {
        String name = person();
        try (DashboardBrowser browser = signedIn(name)) {
            for (int i = 0; i < 31; i++) {
                browser.browser()
                        .open(realm.authorization("error-tracker", "https://sentry.example.com/auth/sso/", ""));
            }
            browser.open(PAGE);
            assertThat(entries(browser)).hasSize(30);
            assertThat(browser.text()).doesNotContain("Previous");

            browser.browser().follow("Next");
            assertThat(entries(browser)).hasSize(2);
            assertThat(browser.text()).contains("Previous").doesNotContain("Next");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, Aktivität, Angemeldet, IP-Adresse",
        "es, Actividad, Inició sesión, Dirección IP",
        "fr, Activité, Connexion, Adresse IP",
        "it, Attività, Accesso effettuato, Indirizzo IP",
        "ru, Активность, Вход, IP-адрес"
    })
    void itSpeaksTheLanguageOfThePerson(String language, String title, String signedIn, String address) {
        try (DashboardBrowser browser = signedIn(person())) {
            browser.open(PAGE + "?kc_locale=" + language);
            assertThat(browser.text()).contains(title, signedIn, address).doesNotContain("history.");
        }
    }

    @Test
    void aRealmThatStoresNothingSaysSo() {
        RealmEventsConfigRepresentation config = realm.admin().getRealmEventsConfig();
        try (DashboardBrowser browser = signedIn(person())) {
            config.setEventsEnabled(false);
            realm.admin().updateRealmEventsConfig(config);
            assertThat(browser.open(PAGE).text()).contains("does not keep a record");

            config.setEventsEnabled(true);
            config.setEnabledEventTypes(List.of("LOGIN"));
            realm.admin().updateRealmEventsConfig(config);
            assertThat(browser.open(PAGE).text())
                    .contains("does not record failed sign-ins", "does not record all changes")
                    .doesNotContain("does not record sign-ins");
        } finally {
            config.setEventsEnabled(true);
            config.setEnabledEventTypes(realmEvents());
            realm.admin().updateRealmEventsConfig(config);
        }
    }

    private List<String> realmEvents() {
        return TestRealm.imported(server).admin().getRealmEventsConfig().getEnabledEventTypes();
    }

    @Test
    void itNeedsARoleOfKeycloaksAccount() {
        String name = person();
        String id = realm.admin().users().search(name, true).get(0).getId();
        var roles = realm.admin().users().get(id).roles();
        roles.realmLevel().remove(roles.realmLevel().listAll());
        try (DashboardBrowser browser = signedIn(name)) {
            assertThat(browser.status()).isEqualTo(403);
            realm.grant(id, "account", "view-profile");
            assertThat(browser.open(PAGE).status()).isEqualTo(200);
        }
    }
}
