package com.encvoy.keycloak.dashboard;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page of the dashboard stands on. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final String REALM = "dashboard-shell";

    private final TestServer server;
    private TestRealm realm;

    DashboardIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, REALM, copy -> {});
        realm.person("ada");
        realm.grant(realm.person("owner"), "error-tracker", "OWNER");
        realm.grant(realm.person("administrator"), "realm-management", "realm-admin");
    }

    private URI page(String path) {
        return server.at("/realms/dashboard-shell/dashboard" + path);
    }

    private Browser signedIn(String username, String path) {
        return new Browser(server.url()).reading("en").open(page(path)).signIn(username, TestRealm.PASSWORD);
    }

    @Test
    void aSignInReturnsToThePageThatWasAskedFor() {
        try (Browser browser = signedIn("owner", "/applications?search=err%C3%B6r&first=0")) {
            assertThat(browser.address()).isEqualTo(page("/applications?search=err%C3%B6r&first=0"));
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.value("search")).isEqualTo("err\u00f6r");
        }
    }

    @Test
    void theDashboardBeginsWithTheProfile() {
        try (Browser browser = signedIn("owner", "")) {
            assertThat(browser.text()).contains("My account", "Manage applications", "Security");
            assertThat(browser.html().getTitleText()).isEqualTo("Profile \u2013 Encvoy ID");
        }
    }

    @Test
    void peopleWithNothingToAdministerHaveNoWayThere() {
        try (Browser browser = signedIn("ada", "")) {
            assertThat(browser.text()).doesNotContain("Manage applications", "Shared settings");
        }
    }

    @Test
    void anAdministratorWhoActsAsAPersonSeesEverythingAndChangesNothing() {
        String id = realm.admin().users().search("ada", true).get(0).getId();
        try (Browser browser = new Browser(server.url()).reading("en")) {
            browser.impersonate(
                    server.at("/admin/realms/dashboard-shell/users/" + id),
                    server.admin().tokenManager().getAccessTokenString());
            browser.open(page("/profile"));
            assertThat(browser.text()).contains("as an administrator").doesNotContain("Save");
            String token = "state_checker=" + browser.value("state_checker");
            for (String form : List.of("/profile", "/privacy", "/sessions/others", "/data/delete", "/apps/favorite")) {
                browser.post(page(form), token + "&attribute.firstName=Eve&confirmed=true");
                assertThat(browser.status()).as(form).isEqualTo(403);
            }
            assertThat(realm.admin().users().get(id).toRepresentation().getFirstName())
                    .isEqualTo("Ada");
            assertThat(browser.post(page("/sign-out"), token).status()).isEqualTo(200);
        }
    }

    @Test
    void peopleWithoutRolesOfTheAccountBeginWithTheApplications() {
        String guest = realm.person("guest");
        realm.admin()
                .users()
                .get(guest)
                .roles()
                .realmLevel()
                .remove(List.of(
                        realm.admin().roles().get("default-roles-encvoy").toRepresentation()));
        try (Browser browser = signedIn("guest", "")) {
            assertThat(browser.address()).isEqualTo(page("/applications"));
            browser.open(page("/profile"));
            assertThat(browser.status()).isEqualTo(403);
        }
    }

    @Test
    void theDashboardListsApplications() {
        try (Browser browser = signedIn("owner", "/applications")) {
            assertThat(browser.address()).isEqualTo(page("/applications"));
            assertThat(browser.text()).contains("Sentry", "Owner");
            assertThat(browser.html().getTitleText()).isEqualTo("Applications \u2013 Encvoy ID");
        }
    }

    @Test
    void peopleSeeTheirOwnApplicationsAndAdministratorsAll() {
        realm.application("wiki", "secret-of-the-wiki-for-tests", "https://wiki.example.com/login");
        try (Browser stranger = signedIn("ada", "/applications");
                Browser owner = signedIn("owner", "/applications");
                Browser administrator = signedIn("administrator", "/applications")) {
            assertThat(stranger.text()).contains("No applications yet").doesNotContain("Sentry", "wiki");
            assertThat(owner.text()).contains("Sentry").doesNotContain("wiki", "All applications");
            assertThat(administrator.text())
                    .contains("Sentry", "wiki", "Applications without an owner")
                    .doesNotContain("account-console", "encvoy-dashboard");
            administrator.open(page("/applications?owner=none"));
            assertThat(administrator.text()).contains("wiki").doesNotContain("Sentry");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state_checker=forged", "state_checker=", "other=field"})
    void aFormWithoutTheTokenOfTheSessionChangesNothing(String body) {
        try (Browser browser = signedIn("ada", "/applications")) {
            browser.post(page("/sign-out"), body);

            assertThat(browser.status()).isEqualTo(403);
            assertThat(browser.text()).contains("This page was out of date");
            assertThat(browser.open(page("/applications")).status()).isEqualTo(200);
            assertThat(browser.asksWhoItIs()).isFalse();
        }
    }

    @Test
    void whoSignsOutIsAskedAgain() {
        try (Browser browser = signedIn("ada", "/applications")) {
            browser.submit(
                    (HtmlForm) browser.html().getFirstByXPath("//form[contains(@action,'sign-out')]"),
                    Map.of("state_checker", browser.value("state_checker")));

            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.open(page("/applications")).asksWhoItIs()).isTrue();
        }
    }

    @Test
    void aFormOfASessionThatEndedLeadsBackToItsPage() {
        try (Browser browser = signedIn("ada", "/applications?search=x")) {
            realm.admin().logoutAll();
            HtmlButton button = browser.html().getFirstByXPath("//form[contains(@action,'sign-out')]//button");
            browser.press(button);

            assertThat(browser.asksWhoItIs()).isTrue();
            browser.signIn("ada", TestRealm.PASSWORD);
            assertThat(browser.address()).isEqualTo(page("/applications?search=x"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "//evil.example.com",
                "../../account",
                "a/%2e%2e/b",
                "signed-in",
                "\\\\evil"
            })
    void aSignInNeverLeadsOutOfTheDashboard(String state) {
        try (Browser browser = signedIn("ada", "/applications")) {
            browser.open(URI.create(page("/signed-in") + "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)));

            assertThat(browser.address()).isEqualTo(page("/"));
        }
    }

    @Test
    void aRefusedSignInIsAPage() {
        try (Browser browser = signedIn("ada", "/applications")) {
            browser.open(page("/signed-in?error=access_denied&state=applications"));

            assertThat(browser.status()).isEqualTo(403);
            assertThat(browser.text()).contains("You were not signed in");
        }
    }

    @Test
    void theLanguageIsChosenOnThePage() {
        try (Browser browser = signedIn("ada", "/applications")) {
            browser.open(page("/applications?kc_locale=de"));

            assertThat(browser.html().getDocumentElement().getAttribute("lang")).isEqualTo("de");
            assertThat(browser.text()).contains("Anwendungen");
            assertThat(browser.open(page("/applications")).text()).contains("Anwendungen");
            browser.open(page("/applications?kc_locale=en"));
        }
    }

    @Test
    void thereIsNoDashboardInTheRealmOfTheServersAdministrators() {
        try (Browser browser = new Browser(server.url())) {
            assertThat(browser.open(server.at("/realms/master/dashboard/applications"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void thereIsNoDashboardInARealmWithoutItsClient() {
        TestRealm without = TestRealm.copy(server, "without-dashboard", copy -> {
            copy.getClients().removeIf(client -> client.getClientId().equals("encvoy-dashboard"));
            copy.setClientScopeMappings(null);
        });
        try (Browser browser = new Browser(server.url())) {
            assertThat(browser.open(server.at("/realms/without-dashboard/dashboard"))
                            .status())
                    .isEqualTo(404);
            assertThat(browser.open(server.at("/realms/without-dashboard/dashboard/signed-in"))
                            .status())
                    .isEqualTo(404);
        }
        without.admin().remove();
    }

    @Test
    void theClientOfTheDashboardHasOneExactAddressAndNoRights() {
        signedIn("ada", "/applications").close();
        ClientRepresentation client = realm.client("encvoy-dashboard");

        assertThat(client.getRedirectUris()).containsExactly("/realms/dashboard-shell/dashboard/signed-in");
        assertThat(client.isFullScopeAllowed()).isFalse();
        assertThat(client.isDirectAccessGrantsEnabled()).isFalse();
    }
}
