package com.encvoy.keycloak.dashboard.settings;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that show, change and delete an application. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {

    private static final String WIKI = "wiki";
    private static final String SECRET = "secret-of-the-wiki-for-tests";

    private final TestServer server;
    private TestRealm realm;
    private String wiki;

    SettingsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "dashboard-settings", copy -> {});
        realm.person("owner");
        realm.person("editor");
        realm.person("member");
        realm.person("stranger");
        realm.grant(realm.person("viewer"), "realm-management", "view-clients");
        realm.grant(realm.person("administrator"), "realm-management", "manage-clients");
    }

    @BeforeEach
    void makeApplication() {
        realm.application(WIKI, SECRET, "https://wiki.example.com/callback");
        ClientRepresentation client = realm.client(WIKI);
        wiki = client.getId();
        client.setName("Wiki of the house");
        client.setRootUrl("https://wiki.example.com");
        client.getAttributes().put("encvoy.contact", "help@example.com");
        realm.admin().clients().get(wiki).update(client);
        grant("owner", "OWNER");
        grant("editor", "EDITOR");
        grant("member", "USER");
    }

    private void grant(String username, String role) {
        realm.grant(id(username), WIKI, role);
    }

    private String id(String username) {
        return realm.admin().users().search(username, true).get(0).getId();
    }

    /** @param page of the application; empty for the first */
    private String page(String page) {
        return "applications/" + wiki + (page.isEmpty() || page.startsWith("?") ? page : "/" + page);
    }

    private DashboardBrowser signedIn(String username, String page) {
        return new DashboardBrowser(server, realm, username, page(page));
    }

    private List<String> events() {
        return realm.admin().getAdminEvents().stream()
                .filter(event -> event.getResourcePath().startsWith("clients/" + wiki)
                        && event.getAuthDetails().getRealmId() != null
                        && "encvoy-dashboard".equals(clientOf(event)))
                .map(event -> event.getOperationType() + " " + event.getRepresentation())
                .toList();
    }

    private String clientOf(AdminEventRepresentation event) {
        return realm.admin().clients().findAll().stream()
                .filter(client -> client.getId().equals(event.getAuthDetails().getClientId()))
                .map(ClientRepresentation::getClientId)
                .findFirst()
                .orElse(event.getAuthDetails().getClientId());
    }

    @Test
    void strangersFindNothing() {
        try (DashboardBrowser stranger = signedIn("stranger", "")) {
            for (String page : List.of("", "settings", "access", "secret", "secret/rotate", "delete", "trust")) {
                assertThat(stranger.open(page(page)).status()).as(page).isEqualTo(404);
                assertThat(stranger.open(page(page).replace(wiki, "00000000-0000-0000-0000-000000000000"))
                                .status())
                        .as(page)
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "member,settings access secret secret/rotate delete trust",
        "editor,delete trust",
        "owner,trust",
        "viewer,secret secret/rotate delete trust",
    })
    void whoMayNotIsTold(String username, String pages) {
        try (DashboardBrowser browser = signedIn(username, "")) {
            for (String page : pages.split(" ")) {
                assertThat(browser.open(page(page)).status()).as(page).isEqualTo(403);
                // The page of the secret has no form.
                assertThat(browser.forge(page(page), "version=x&name=Taken").status())
                        .as(page)
                        .isEqualTo(page.equals("secret") ? 404 : 403);
            }
        }
        assertThat(realm.client(WIKI).getName()).isEqualTo("Wiki of the house");
    }

    @Test
    void membersSeeNameAddressAndContact() {
        try (DashboardBrowser browser = signedIn("member", "")) {
            assertThat(browser.text())
                    .contains("Wiki of the house", "https://wiki.example.com", "help@example.com")
                    .doesNotContain("Client ID", "Configuration", "Settings", "Members", "Delete");
            assertThat(browser.browser().source()).doesNotContain(SECRET, "\"wiki\"", ">wiki<");
        }
    }

    @Test
    void ownersSeeEverythingButTheSecret() {
        try (DashboardBrowser browser = signedIn("owner", "")) {
            assertThat(browser.text())
                    .contains(
                            "Client ID", "wiki", "Configuration", "/api/oidc", "<client secret>", "Secret and complete")
                    .contains("Members\n3")
                    .contains("Delete application");
            assertThat(browser.browser().source()).doesNotContain(SECRET);
        }
    }

    @Test
    void anAdministratorWhoMayOnlyLookCannotChange() {
        try (DashboardBrowser browser = signedIn("viewer", "")) {
            assertThat(browser.text()).contains("Client ID").doesNotContain("Secret and complete", "Delete");
            browser.open(page("settings"));
            assertThat(browser.text())
                    .contains("You may look at these settings")
                    .doesNotContain("Save");
            assertThat(browser.send(Map.of("name", "Changed")).status()).isEqualTo(403);
            assertThat(browser.open(page("access"))
                            .send(Map.of("who", "members"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(realm.client(WIKI).getName()).isEqualTo("Wiki of the house");
    }

    @ParameterizedTest
    @CsvSource({"owner,settings access secret/rotate delete", "administrator,trust"})
    void aFormFromElsewhereChangesNothing(String username, String pages) {
        ClientRepresentation before = realm.client(WIKI);
        try (DashboardBrowser browser = signedIn(username, "")) {
            for (String page : pages.split(" ")) {
                browser.forge(page(page), "name=Taken&who=administrators&confirmed_name=Wiki+of+the+house");
                assertThat(browser.status()).as(page).isEqualTo(403);
            }
        }
        ClientRepresentation after = realm.client(WIKI);
        assertThat(after.getName()).isEqualTo(before.getName());
        assertThat(after.getSecret()).isEqualTo(SECRET);
        assertThat(after.getAttributes()).isEqualTo(before.getAttributes());
    }

    @Test
    void theSecretIsShownAfterARecentSignIn() {
        try (DashboardBrowser browser = signedIn("editor", "secret")) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.browser().source()).contains(SECRET);
            assertThat(browser.browser().html().getWebResponse().getResponseHeaderValue("Cache-Control"))
                    .isEqualTo("no-store");
            server.moveClock(301);
            browser.open(page("secret"));
            assertThat(browser.browser().source()).doesNotContain(SECRET);
            assertThat(browser.browser().shows("password")).isTrue();
            browser.browser().type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(browser.browser().source()).contains(SECRET);
        } finally {
            server.moveClock(0);
        }
    }

    @Test
    void theSecretIsReplacedAfterAWarning() {
        int mails = Mailbox.of("owner@example.com").size();
        try (DashboardBrowser browser = signedIn("owner", "secret/rotate")) {
            assertThat(browser.text()).contains("stops working at once");
            browser.send(Map.of());

            String secret = realm.client(WIKI).getSecret();
            assertThat(browser.text()).contains("The secret was replaced.");
            assertThat(browser.browser().source()).contains(secret).doesNotContain(SECRET);
            assertThat(secret).isNotEqualTo(SECRET);
            assertThat(events()).hasSize(1);
            assertThat(events().get(0)).startsWith("ACTION").doesNotContain(secret, SECRET);
            assertThat(Mailbox.await("owner@example.com", mails + 1).all()).contains("Wiki of the house");
        }
    }

    @Test
    void theProfileIsSaved() {
        try (DashboardBrowser browser = signedIn("editor", "settings")) {
            browser.send(Map.of(
                    "name", "Wiki of the town",
                    "description", "Everything there is to know",
                    "redirect_uris", "https://wiki.example.com/callback\r\nhttps://wiki.example.com/callback/"));

            assertThat(browser.text()).contains("Saved.", "“https://wiki.example.com/callback/” are both allowed");
            assertThat(browser.browser().value("name")).isEqualTo("Wiki of the town");
            ClientRepresentation client = realm.client(WIKI);
            assertThat(client.getName()).isEqualTo("Wiki of the town");
            assertThat(client.getRedirectUris()).hasSize(2);
            assertThat(client.getSecret()).isEqualTo(SECRET);
            assertThat(events()).hasSize(1);
        }
    }

    @Test
    void aValueThatIsWrongIsRefusedAtItsField() {
        ClientRepresentation before = realm.client(WIKI);
        try (DashboardBrowser browser = signedIn("owner", "")) {
            for (List<String> wrong : List.of(
                    List.of("settings", "name", ""),
                    List.of("settings", "domain", "http://wiki.example.com"),
                    List.of("settings", "redirect_uris", "https://*.example.com/callback"),
                    List.of("settings", "encvoy.template", "unknown"),
                    List.of("access", "encvoy.access_token_ttl", "59"),
                    List.of("access", "encvoy.refresh_token_ttl", "for ever"),
                    List.of("access", "encvoy.allowed_email_domains", "exa mple..com"),
                    List.of("access", "encvoy.required_fields", "password"))) {
                browser.open(page(wrong.get(0))).send(Map.of(wrong.get(1), wrong.get(2)));

                assertThat(browser.status()).as(wrong.get(1)).isEqualTo(400);
                assertThat(browser.error(wrong.get(1))).isNotBlank();
            }
        }
        ClientRepresentation after = realm.client(WIKI);
        assertThat(after.getName()).isEqualTo(before.getName());
        assertThat(after.getRedirectUris()).isEqualTo(before.getRedirectUris());
        assertThat(after.getAttributes()).isEqualTo(before.getAttributes());
    }

    @Test
    void nothingTypedIsLostWhenTheApplicationWasChangedElsewhere() {
        try (DashboardBrowser slow = signedIn("owner", "settings");
                DashboardBrowser quick = signedIn("editor", "settings")) {
            quick.send(Map.of("name", "Quick wiki"));
            slow.send(Map.of("name", "Slow wiki", "description", "Typed for an hour"));

            assertThat(slow.status()).isEqualTo(409);
            assertThat(slow.browser().value("name")).isEqualTo("Slow wiki");
            assertThat(slow.text())
                    .contains(
                            "Typed for an hour",
                            "changed elsewhere",
                            "Saved in the meantime: Quick wiki",
                            "Save anyway");
            assertThat(realm.client(WIKI).getName()).isEqualTo("Quick wiki");
            slow.send(Map.of());
            assertThat(slow.text()).contains("Saved.");
            assertThat(realm.client(WIKI).getName()).isEqualTo("Slow wiki");
        }
    }

    @Test
    void whoMaySignInIsOneChoice() {
        try (DashboardBrowser browser = signedIn("owner", "access")) {
            browser.send(Map.of("who", "administrators"));
            assertThat(realm.client(WIKI).getAttributes()).containsEntry("encvoy.authorize_only_admins", "true");
            browser.send(Map.of("who", "members"));
            assertThat(realm.client(WIKI).getAttributes())
                    .containsEntry("encvoy.authorize_only_employees", "true")
                    .doesNotContainKey("encvoy.authorize_only_admins");
            browser.send(Map.of("who", "crafted"));
            assertThat(realm.client(WIKI).getAttributes()).containsEntry("encvoy.authorize_only_employees", "true");
            browser.send(Map.of("who", "everybody"));
            assertThat(realm.client(WIKI).getAttributes())
                    .doesNotContainKeys("encvoy.authorize_only_admins", "encvoy.authorize_only_employees");
        }
    }

    @Test
    void theOtherRulesOfAccessAreSaved() {
        try (DashboardBrowser browser = signedIn("owner", "access")) {
            browser.send(Map.of(
                    "encvoy.allowed_email_domains", "example.com\r\n*.example.org",
                    "encvoy.required_fields", "nickname",
                    "encvoy.access_token_ttl", "600",
                    "encvoy.contact", "https://help.example.com",
                    "encvoy.show_authorization_errors", "true"));

            assertThat(browser.text()).contains("Saved.");
            assertThat(realm.client(WIKI).getAttributes())
                    .containsEntry("encvoy.allowed_email_domains", "example.com *.example.org")
                    .containsEntry("encvoy.required_fields", "nickname")
                    .containsEntry("encvoy.access_token_ttl", "600")
                    .containsEntry("access.token.lifespan", "600")
                    .containsEntry("encvoy.contact", "https://help.example.com")
                    .containsEntry("encvoy.show_authorization_errors", "true")
                    .doesNotContainKey("encvoy.always_choose_session");
            Map<String, String> saved = realm.client(WIKI).getAttributes();
            browser.send(Map.of());
            assertThat(realm.client(WIKI).getAttributes()).isEqualTo(saved);
            browser.send(Map.of("encvoy.show_authorization_errors", "", "encvoy.required_fields", ""));
            assertThat(realm.client(WIKI).getAttributes())
                    .doesNotContainKeys("encvoy.show_authorization_errors", "encvoy.required_fields");
        }
    }

    @Test
    void aRestrictionThatIsUnreadableStaysUntilAnotherIsChosen() {
        realm.settings(WIKI, Map.of("encvoy.authorize_only_employees", "ture"));
        try (DashboardBrowser browser = signedIn("owner", "access")) {
            browser.send(Map.of("encvoy.contact", "help@example.org"));
            assertThat(browser.text()).contains("Saved.");
            assertThat(realm.client(WIKI).getAttributes()).containsEntry("encvoy.authorize_only_employees", "ture");
            browser.send(Map.of("who", "everybody"));
            assertThat(realm.client(WIKI).getAttributes()).doesNotContainKey("encvoy.authorize_only_employees");
        }
    }

    @Test
    void onlyTheNameDeletesTheApplication() {
        try (DashboardBrowser browser = signedIn("owner", "delete")) {
            assertThat(browser.text()).contains("This cannot be undone", "It has 3 members");
            browser.send(Map.of("confirmed_name", "wiki"));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.error("confirmed_name")).contains("Wiki of the house");
            assertThat(realm.admin().clients().findByClientId(WIKI)).hasSize(1);

            browser.send(Map.of("confirmed_name", " Wiki of the house "));
            assertThat(browser.browser().address()).isEqualTo(browser.address("applications"));
            assertThat(browser.text()).contains("The application was deleted.");
            assertThat(realm.admin().clients().findByClientId(WIKI)).isEmpty();
            assertThat(browser.open(page("")).status()).isEqualTo(404);
            assertThat(events()).hasSize(1);
        }
    }

    @Test
    void deletingNeedsARecentSignIn() {
        try (DashboardBrowser browser = signedIn("owner", "delete")) {
            server.moveClock(301);
            browser.send(Map.of("confirmed_name", "Wiki of the house"));

            assertThat(browser.browser().shows("password")).isTrue();
            browser.browser().type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(browser.text()).contains("Delete permanently");
        } finally {
            server.moveClock(0);
        }
        assertThat(realm.admin().clients().findByClientId(WIKI)).hasSize(1);
    }

    @Test
    void anAdministratorTrustsWhatAPersonMade() {
        ClientRepresentation client = realm.client(WIKI);
        client.setConsentRequired(true);
        client.getAttributes().put("encvoy.created_by", id("owner"));
        realm.admin().clients().get(wiki).update(client);
        try (DashboardBrowser owner = signedIn("owner", "");
                DashboardBrowser administrator = signedIn("administrator", "")) {
            assertThat(owner.text()).contains("Not trusted yet", "You").doesNotContain("Trust this application");
            assertThat(administrator.text()).contains("Not trusted yet", "Ada Lovelace");
            administrator.open(page("trust"));
            assertThat(administrator.text()).contains("People no longer have to consent");
            administrator.send(Map.of());
            assertThat(administrator.text())
                    .contains("The application is trusted.")
                    .doesNotContain("Not trusted yet");
            assertThat(realm.client(WIKI).isConsentRequired()).isFalse();
            assertThat(events()).hasSize(1);
            assertThat(administrator.open(page("trust")).browser().address())
                    .isEqualTo(administrator.address(page("")));
        }
    }

    @Test
    void aCreatorWhoIsGoneIsNotNamed() {
        realm.settings(WIKI, Map.of("encvoy.created_by", "11111111-2222-3333-4444-555555555555"));
        try (DashboardBrowser browser = signedIn("owner", "")) {
            assertThat(browser.text()).contains("An account that no longer exists");
        }
    }

    @Test
    void aSwitchedOffApplicationSaysSo() {
        ClientRepresentation client = realm.client(WIKI);
        client.setEnabled(false);
        realm.admin().clients().get(wiki).update(client);
        try (DashboardBrowser browser = signedIn("owner", "")) {
            assertThat(browser.text()).contains("This application is switched off");
        }
    }

    @Test
    void thePagesSpeakTheLanguageOfThePerson() {
        try (DashboardBrowser browser = signedIn("owner", "?kc_locale=fr")) {
            assertThat(browser.text()).contains("Secret et configuration complète");
            assertThat(browser.open(page("access")).text()).contains("Qui peut se connecter");
            browser.open(page("settings?kc_locale=en"));
            assertThat(browser.text()).contains("Redirect URIs");
        }
    }
}
