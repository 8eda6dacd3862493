package com.encvoy.keycloak.dashboard.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.DomElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that creates an application. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreationIT {

    private static final String CREATE = "applications/create";

    private final TestServer server;
    private TestRealm realm;

    CreationIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(
                server,
                "dashboard-creation",
                copy -> copy.getAttributes().put("encvoy.max_applications_per_person", "4"));
        realm.person("stranger");
        creator("maker");
        creator("collector");
        realm.grant(realm.person("administrator"), "realm-management", "manage-clients");
    }

    private void creator(String username) {
        realm.admin()
                .users()
                .get(realm.person(username))
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("encvoy-create-application").toRepresentation()));
    }

    private DashboardBrowser signedIn(String username, String page) {
        return new DashboardBrowser(server, realm, username, page);
    }

    private List<ClientRepresentation> applications() {
        return realm.admin().clients().findAll();
    }

    private ClientRepresentation applicationAt(DashboardBrowser browser) {
        String path = browser.browser().address().getPath();
        return realm.admin()
                .clients()
                .get(path.substring(path.lastIndexOf('/') + 1))
                .toRepresentation();
    }

    @Test
    void onlyWhoMayCreateSeesThePage() {
        try (DashboardBrowser stranger = signedIn("stranger", CREATE)) {
            assertThat(stranger.status()).isEqualTo(403);
            assertThat(stranger.forge(CREATE, "product=sentry&url=https%3A%2F%2Fa.example.com")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void firstTheProductIsChosen() {
        try (DashboardBrowser browser = signedIn("maker", CREATE)) {
            assertThat(browser.text())
                    .contains("Sentry", "GitLab", "Grafana", "Moodle", "Nextcloud", "Rocket.Chat", "Other");
            browser.browser().follow("Rocket.Chat");
            assertThat(browser.text()).contains("Address of Rocket.Chat").doesNotContain("Redirect URIs");
            assertThat(browser.open(CREATE + "?product=unknown").text()).contains("Sentry");
        }
    }

    @Test
    void aProductOnlyNeedsItsAddress() {
        try (DashboardBrowser browser = signedIn("maker", CREATE + "?product=sentry")) {
            assertThat(browser.browser().shows("client_id")).isFalse();
            browser.send(Map.of("url", "https://errors.example.com/"));

            ClientRepresentation client = applicationAt(browser);
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.text())
                    .contains("Created.", "Not trusted yet", client.getClientId(), "OIDC_CLIENT_ID")
                    .contains("<client secret>")
                    .doesNotContain(client.getSecret());
            assertThat(client.getRootUrl()).isEqualTo("https://errors.example.com");
            assertThat(client.getRedirectUris()).containsExactlyInAnyOrder("/auth/sso/", "/auth/sso");
            assertThat(client.isConsentRequired()).isTrue();
            assertThat(realm.roles(
                            realm.admin().users().search("maker", true).get(0).getId(), client.getClientId()))
                    .contains("OWNER");
            assertThat(realm.admin().getAdminEvents())
                    .filteredOn(event -> ("clients/" + client.getId()).equals(event.getResourcePath()))
                    .extracting(AdminEventRepresentation::getOperationType)
                    .containsExactly("CREATE");
        }
    }

    @Test
    void aWrongAddressIsRefusedAtItsField() {
        try (DashboardBrowser browser = signedIn("maker", CREATE + "?product=grafana")) {
            int before = applications().size();
            browser.send(Map.of("url", "http://grafana.example.com"));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error("url")).contains("https");
            assertThat(browser.browser().value("url")).isEqualTo("http://grafana.example.com");
            browser.send(Map.of("url", ""));
            assertThat(browser.error("url")).contains("https");
            assertThat(applications()).hasSize(before);
        }
    }

    @Test
    void aFieldThatIsWrongIsShownWithWhatWasTyped() {
        Map<String, String> valid = Map.of("name", "Wiki", "redirect_uris", "https://wiki.example.com/callback");
        try (DashboardBrowser browser = signedIn("maker", CREATE)) {
            int before = applications().size();
            for (List<String> wrong : List.of(
                    List.of("redirect_uris", "https://wiki.example.com/*"),
                    List.of("redirect_uris", "javascript:alert(1)"),
                    List.of("redirect_uris", "http://wiki.example.com/callback"),
                    List.of("redirect_uris", "/callback"),
                    List.of("redirect_uris", ""),
                    List.of("post_logout_redirect_uris", "https://wiki.example.com/#out"),
                    List.of("domain", "ftp://wiki.example.com"),
                    List.of("name", "<b>Wiki</b>"),
                    List.of("name", ""))) {
                Map<String, String> typed = new HashMap<>(valid);
                typed.put(wrong.get(0), wrong.get(1));
                browser.open(CREATE + "?product=other").send(typed);

                assertThat(browser.status()).as(wrong.toString()).isEqualTo(400);
                assertThat(browser.error(wrong.get(0))).isNotBlank();
                DomElement field = browser.browser().html().getElementById(wrong.get(0));
                assertThat(field.getTextContent() + field.getAttribute("value")).contains(wrong.get(1));
            }
            assertThat(applications()).hasSize(before);
        }
    }

    @Test
    void slashAndNoSlashAreExplained() {
        try (DashboardBrowser browser = signedIn("maker", CREATE + "?product=other")) {
            browser.send(Map.of("name", "", "redirect_uris", "https://wiki.example.com/\r\nhttps://wiki.example.com"));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text())
                    .contains("“https://wiki.example.com” and “https://wiki.example.com/” are two addresses");
        }
    }

    @Test
    void anApplicationOfAnotherKindIsPublicWithPkce() {
        try (DashboardBrowser browser = signedIn("collector", CREATE + "?product=other")) {
            browser.send(Map.of(
                    "name", "Pocket wiki",
                    "description", "Reads the wiki",
                    "kind", "public",
                    "redirect_uris", "com.example.wiki:/callback\r\n\r\nhttp://localhost:7000/callback"));

            ClientRepresentation client = applicationAt(browser);
            assertThat(browser.text())
                    .contains("Pocket wiki", "without a secret", "S256")
                    .doesNotContain("Secret and");
            assertThat(client.isPublicClient()).isTrue();
            assertThat(client.getAttributes()).containsEntry("pkce.code.challenge.method", "S256");
            assertThat(client.getRedirectUris())
                    .containsExactlyInAnyOrder("com.example.wiki:/callback", "http://localhost:7000/callback");
            assertThat(client.isFullScopeAllowed()).isFalse();
            assertThat(browser.open("applications/" + client.getId() + "/secret")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void fieldsThatThePageDoesNotHaveChangeNothing() {
        try (DashboardBrowser browser = signedIn("collector", CREATE + "?product=other")) {
            browser.send(Map.of(
                    "name", "Crafted",
                    "redirect_uris", "https://crafted.example.com/callback",
                    "fullScopeAllowed", "true",
                    "serviceAccountsEnabled", "true",
                    "client_id", "realm-management",
                    "attributes", "x"));

            ClientRepresentation client = applicationAt(browser);
            assertThat(client.isFullScopeAllowed()).isFalse();
            assertThat(client.isServiceAccountsEnabled()).isFalse();
            assertThat(client.getClientId()).matches("[A-Za-z0-9]{22}");
        }
    }

    @Test
    void aFormFromElsewhereCreatesNothing() {
        try (DashboardBrowser browser = signedIn("maker", CREATE)) {
            int before = applications().size();
            browser.forge(CREATE, "product=sentry&url=https%3A%2F%2Fforged.example.com");

            assertThat(browser.status()).isEqualTo(403);
            assertThat(applications()).hasSize(before);
        }
    }

    @Test
    void anAdministratorChoosesTheClientIdWhichIsFree() {
        try (DashboardBrowser browser = signedIn("administrator", CREATE + "?product=moodle")) {
            browser.send(Map.of("url", "https://school.example.com", "client_id", "error-tracker"));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error("client_id")).contains("client ID");

            browser.send(Map.of("client_id", "school"));
            assertThat(browser.text()).contains("school", "Created.").doesNotContain("Not trusted yet");
            assertThat(realm.client("school").isConsentRequired()).isFalse();
        }
    }

    @Test
    void thereIsALimitToWhatAPersonOwns() {
        creator("hoarder");
        try (DashboardBrowser browser = signedIn("hoarder", CREATE)) {
            for (int i = 0; i < 4; i++) {
                browser.open(CREATE + "?product=grafana").send(Map.of("url", "https://g" + i + ".example.com"));
                assertThat(browser.text()).contains("Created.");
            }
            browser.open(CREATE + "?product=grafana").send(Map.of("url", "https://g5.example.com"));

            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.text()).contains("4 applications");
        }
    }

    @Test
    void thePageSpeaksTheLanguageOfThePerson() {
        try (DashboardBrowser browser = signedIn("maker", CREATE + "?product=other&kc_locale=de")) {
            assertThat(browser.text()).contains("Anwendung erstellen", "Redirect-URIs");
            browser.open(CREATE + "?kc_locale=en");
        }
    }
}
