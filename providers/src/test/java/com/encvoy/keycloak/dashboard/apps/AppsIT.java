package com.encvoy.keycloak.dashboard.apps;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.htmlunit.html.HtmlForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages with the applications of a person. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppsIT {

    private static final String SECRET = "secret-of-an-application-for-tests";
    private static final String CALLBACK = "/callback";

    private final TestServer server;
    private TestRealm realm;
    private String ada;

    AppsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeApplications() {
        realm = TestRealm.copy(server, "dashboard-apps", copy -> {});
        realm.person("owner");
        realm.grant(realm.person("administrator"), "realm-management", "manage-clients");
        application("wiki", "Wiki of the house", "Office");
        application("tracker", "Tracker", "Development");
        application("plain", "Plain thing", null);
        application("closed", "Closed thing", "Office");
        realm.settings("closed", Map.of("encvoy.authorize_only_admins", "true"));
        change("plain", client -> client.setAlwaysDisplayInConsole(true));
        application("odd", "Odd thing", "Office");
        change("odd", client -> {
            client.setBaseUrl("");
            client.setAlwaysDisplayInConsole(true);
        });
    }

    @BeforeEach
    void makeAda() {
        ada = realm.person("ada");
        catalog(true);
    }

    private void application(String clientId, String name, String type) {
        realm.application(clientId, SECRET, "https://" + clientId + ".example.com" + CALLBACK);
        change(clientId, client -> {
            client.setName(name);
            client.setRootUrl("https://" + clientId + ".example.com");
            client.setBaseUrl("/start");
            client.getAttributes().put("encvoy.catalog", type == null ? "" : "true");
            client.getAttributes().put("encvoy.catalog_type", type == null ? "" : type);
        });
    }

    private void change(String clientId, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = realm.client(clientId);
        change.accept(client);
        realm.admin().clients().get(client.getId()).update(client);
    }

    private void catalog(boolean on) {
        RealmRepresentation all = realm.admin().toRepresentation();
        all.getAttributes().put("encvoy.catalog", String.valueOf(on));
        realm.admin().update(all);
    }

    private String id(String clientId) {
        return realm.client(clientId).getId();
    }

    private DashboardBrowser signedIn(String username, String page) {
        return new DashboardBrowser(server, realm, username, page);
    }

    /** Signs in to an application with the session of the dashboard. */
    private void use(DashboardBrowser browser, String clientId) {
        Browser there = browser.browser();
        there.open(realm.authorization(clientId, "https://" + clientId + ".example.com" + CALLBACK, ""));
        assertThat(there.address().toString()).contains("code=");
    }

    @Test
    void thePersonFindsWhatMayBeUsed() {
        realm.grant(ada, "wiki", "USER");
        realm.grant(ada, "closed", "USER");
        try (DashboardBrowser browser = signedIn("ada", "apps")) {
            assertThat(browser.text())
                    .contains("Wiki of the house", "Plain thing")
                    .doesNotContain("Closed thing", "Odd thing", "Tracker");
            assertThat(browser.browser().source()).contains("https://wiki.example.com/start");
        }
        try (DashboardBrowser other = signedIn("owner", "apps")) {
            assertThat(other.text()).contains("Plain thing").doesNotContain("Wiki of the house");
        }
    }

    @Test
    void theCatalogueShowsWhatThePersonMayUseByItsHeading() {
        try (DashboardBrowser browser = signedIn("ada", "apps/catalog")) {
            assertThat(browser.text())
                    .containsSubsequence("Development", "Tracker", "Office", "Wiki of the house")
                    .doesNotContain("Closed thing", "Odd thing", "Plain thing");
            assertThat(browser.open("apps/catalog?q=hous").text())
                    .contains("Wiki of the house")
                    .doesNotContain("Tracker");
            assertThat(browser.open("apps/catalog?q=develop&first=x").text()).contains("Tracker");
            assertThat(browser.open("apps/catalog?q=%3Cb%3E").text()).contains("Nothing found", "<b>");
            assertThat(browser.open("apps/catalog?first=1").text())
                    .contains("Wiki of the house")
                    .doesNotContain("Tracker");
        }
    }

    @Test
    void withoutACatalogueThereIsNone() {
        catalog(false);
        try (DashboardBrowser browser = signedIn("ada", "apps")) {
            assertThat(browser.text()).doesNotContain("Catalog");
            assertThat(browser.open("apps/catalog").status()).isEqualTo(404);
        }
    }

    @Test
    void theCatalogueFollowsTheSettingsOfTheApplication() {
        application("gone", "Gone thing", "Office");
        try (DashboardBrowser browser = signedIn("ada", "apps/catalog")) {
            assertThat(browser.text()).contains("Gone thing");
            realm.settings("gone", Map.of("encvoy.catalog_type", "Archive"));
            assertThat(browser.open("apps/catalog").text()).containsSubsequence("Archive", "Gone thing", "Development");
            realm.settings("gone", Map.of("encvoy.catalog", "false"));
            assertThat(browser.open("apps/catalog").text()).doesNotContain("Gone thing");
        }
        assertThat(realm.admin().clients().get(id("gone")).roles().list())
                .extracting(RoleRepresentation::getName)
                .doesNotContain("encvoy.catalog");
    }

    @Test
    void anOwnerListsAnApplicationWhichAnAdministratorTrusts() {
        application("made", "Made thing", null);
        change("made", client -> {
            client.setConsentRequired(true);
            client.getAttributes()
                    .put(
                            "encvoy.created_by",
                            realm.admin().users().search("owner", true).get(0).getId());
        });
        realm.grant(realm.admin().users().search("owner", true).get(0).getId(), "made", "OWNER");
        try (DashboardBrowser owner = signedIn("owner", "applications/" + id("made") + "/settings")) {
            assertThat(owner.text()).contains("once an administrator trusts the application");
            owner.send(Map.of("encvoy.catalog", "true", "encvoy.catalog_type", "Office"));
            assertThat(owner.status()).isEqualTo(200);
            assertThat(owner.open("apps/catalog").text()).doesNotContain("Made thing");
            try (DashboardBrowser administrator = signedIn("administrator", "applications/" + id("made") + "/trust")) {
                administrator.send(Map.of());
            }
            assertThat(owner.open("apps/catalog").text()).contains("Made thing");
            owner.open("applications/" + id("made") + "/settings").send(Map.of("encvoy.catalog", ""));
            assertThat(owner.open("apps/catalog").text()).doesNotContain("Made thing");
        }
    }

    @Test
    void favouritesComeFirst() {
        try (DashboardBrowser browser = signedIn("ada", "apps/catalog?q=tracker")) {
            star(browser);
            assertThat(browser.browser().address().toString()).endsWith("apps/catalog?first=0&q=tracker");
            assertThat(browser.open("apps").text()).containsSubsequence("Favourites", "Tracker", "Plain thing");
            star(browser);
            assertThat(browser.open("apps").text()).doesNotContain("Favourites", "Tracker");
        }
    }

    private static void star(DashboardBrowser browser) {
        browser.browser()
                .press(browser.browser()
                        .html()
                        .getFirstByXPath("//li[contains(., 'Tracker')]//button[@type='submit']"));
    }

    @Test
    void nobodyElsesApplicationIsAFavourite() {
        try (DashboardBrowser browser = signedIn("ada", "apps")) {
            HtmlForm form = browser.browser().html().getFirstByXPath("//form[contains(@action, 'favorite')]");
            String csrf = form.getInputByName("state_checker").getValue();
            for (String application :
                    List.of(id("closed"), id("encvoy-dashboard"), "00000000-0000-0000-0000-000000000000", "")) {
                browser.browser()
                        .post(
                                browser.address("apps/favorite"),
                                "state_checker=" + csrf + "&favorite=true&application=" + application);
                assertThat(browser.status()).as(application).isEqualTo(404);
            }
            assertThat(browser.forge("apps/favorite", "favorite=true&application=" + id("wiki"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(realm.admin().users().get(ada).toRepresentation().getAttributes())
                .satisfies(attributes -> assertThat(String.valueOf(attributes)).doesNotContain("encvoy.favorites"));
    }

    @Test
    void accessIsTakenAway() {
        try (DashboardBrowser browser = signedIn("ada", "apps/access")) {
            assertThat(browser.text()).contains("No application has access");
            use(browser, "tracker");
            browser.open("apps/access");
            assertThat(browser.text()).contains("Tracker").doesNotContain("Wiki of the house");
            browser.open("apps/" + id("tracker"));
            assertThat(browser.text())
                    .contains("Email address", "You are signed in to it now.", "Since", "Remove access");
            browser.open("apps/" + id("tracker") + "/revoke");
            assertThat(browser.text()).contains("Tracker loses access");
            browser.send(Map.of());
            assertThat(browser.text())
                    .contains("The application no longer has access", "No application has access")
                    .doesNotContain("Tracker");
            assertThat(browser.open("apps/" + id("tracker")).status()).isEqualTo(404);
        }
        assertThat(realm.event(EventType.REVOKE_GRANT, ada).getDetails()).containsEntry("revoked_client", "tracker");
        assertThat(realm.admin().users().get(ada).getUserSessions())
                .allSatisfy(session -> assertThat(session.getClients()).doesNotContainValue("tracker"));
    }

    @Test
    void whatHasNoAccessCannotBeRevoked() {
        realm.grant(ada, "wiki", "USER");
        try (DashboardBrowser browser = signedIn("ada", "apps")) {
            for (String application : List.of(id("wiki"), id("closed"), id("encvoy-dashboard"), "unknown")) {
                assertThat(browser.open("apps/" + application).status())
                        .as(application)
                        .isEqualTo(404);
                assertThat(browser.open("apps/" + application + "/revoke").status())
                        .as(application)
                        .isEqualTo(404);
            }
            use(browser, "tracker");
            assertThat(browser.forge("apps/" + id("tracker") + "/revoke", "").status())
                    .isEqualTo(403);
            assertThat(browser.open("apps/" + id("tracker")).status()).isEqualTo(200);
        }
    }

    @Test
    void whoMayOnlyLookSeesNoButtons() {
        realm.admin()
                .users()
                .get(ada)
                .roles()
                .realmLevel()
                .remove(List.of(
                        realm.admin().roles().get("default-roles-encvoy").toRepresentation()));
        try (DashboardBrowser browser = signedIn("ada", "apps")) {
            assertThat(browser.status()).isEqualTo(403);
            realm.grant(ada, "account", "view-applications");
            use(browser, "tracker");
            browser.open("apps/" + id("tracker"));
            assertThat(browser.text()).contains("Tracker").doesNotContain("Remove access");
            assertThat(browser.open("apps/" + id("tracker") + "/revoke").status())
                    .isEqualTo(403);
            assertThat(browser.open("apps").browser().source()).doesNotContain("apps/favorite");
        }
    }
}
