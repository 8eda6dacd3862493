package com.encvoy.keycloak.dashboard.privacy;

import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlInput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;

import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on which people choose what applications see, and those that show what one would learn. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyPagesIT {

    private static final String FIELDS = "public_profile_claims_oauth";
    private static final String ACCOUNTS = "public_external_accounts";
    private static final String SECRET = "secret-of-the-wiki-for-tests";

    private final TestServer server;
    private TestRealm realm;
    private String ada;

    PrivacyPagesIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "dashboard-privacy", copy -> {});
        IdentityProviderRepresentation github = new IdentityProviderRepresentation();
        github.setAlias("github");
        github.setProviderId("github");
        github.setDisplayName("GitHub of the house");
        github.setConfig(Map.of("clientId", "x", "clientSecret", "y"));
        realm.admin().identityProviders().create(github).close();
        realm.application("wiki", SECRET, "https://wiki.example.com/callback");
        realm.person("grace");
    }

    @BeforeEach
    void makeAda() {
        ada = realm.person("ada");
        realm.change(
                ada, user -> user.singleAttribute("nickname", "Countess").singleAttribute("birthdate", "1815-12-10"));
    }

    private void link() {
        FederatedIdentityRepresentation account = new FederatedIdentityRepresentation();
        account.setIdentityProvider("github");
        account.setUserId("42");
        account.setUserName("ada-at-github");
        realm.admin().users().get(ada).addFederatedIdentity("github", account).close();
    }

    private DashboardBrowser signedIn(String page) {
        return new DashboardBrowser(server, realm, "ada", page);
    }

    private List<String> stored(String attribute) {
        UserRepresentation user = realm.admin().users().get(ada).toRepresentation();
        return user.getAttributes().getOrDefault(attribute, List.of());
    }

    private void store(String attribute, List<String> values) {
        realm.change(ada, user -> user.getAttributes().put(attribute, values));
    }

    private static boolean isOn(DashboardBrowser browser, String name) {
        return ((HtmlInput) browser.browser().html().getElementById(name)).isChecked();
    }

    @Test
    void whoNeverChoseSeesTheDefaultAndSavesAChoice() {
        try (DashboardBrowser browser = signedIn("privacy")) {
            assertThat(browser.text())
                    .contains(
                            "You have not chosen yet",
                            "Countess",
                            "December 10, 1815",
                            "Not filled in",
                            "Always visible")
                    .doesNotContain("Use the default again", "Linked accounts");
            assertThat(isOn(browser, "field.nickname")).isTrue();
            assertThat(isOn(browser, "field.birthdate")).isFalse();

            browser.send(Map.of("field.birthdate", "true"));
            assertThat(browser.text()).contains("Saved.", "You chose this yourself.");
            assertThat(isOn(browser, "field.birthdate")).isTrue();
        }
        assertThat(stored(FIELDS))
                .containsExactlyInAnyOrder(
                        "id", "birthdate", "email", "family_name", "given_name", "nickname", "picture");
        assertThat(realm.event(EventType.UPDATE_PROFILE, ada).getDetails())
                .containsEntry("context", "ACCOUNT")
                .hasEntrySatisfying(
                        "updated_" + FIELDS, names -> assertThat(names).contains("birthdate"));
        assertThat(realm.event(EventType.UPDATE_PROFILE, ada).getClientId()).isEqualTo("encvoy-dashboard");
    }

    @Test
    void everythingCanBeSwitchedOffAndTheDefaultUsedAgain() {
        store(FIELDS, List.of("id", "nickname"));
        try (DashboardBrowser browser = signedIn("privacy")) {
            browser.send(Map.of("field.nickname", ""));
            assertThat(stored(FIELDS)).containsExactly("id");
            assertThat(isOn(browser, "field.nickname")).isFalse();

            browser.browser()
                    .press(browser.browser().html().getFirstByXPath("//button[contains(., 'Use the default again')]"));
            assertThat(browser.text())
                    .contains("The default of this service applies again.", "You have not chosen yet");
            assertThat(isOn(browser, "field.nickname")).isTrue();
        }
        assertThat(stored(FIELDS)).isEmpty();
    }

    @Test
    void linkedAccountsAreShownOneByOne() {
        link();
        try (DashboardBrowser browser = signedIn("privacy")) {
            assertThat(browser.text()).contains("Linked accounts", "GitHub of the house", "ada-at-github");
            browser.send(Map.of("account.github", "true"));
            assertThat(isOn(browser, "account.github")).isTrue();
        }
        assertThat(stored(ACCOUNTS)).containsExactly("github");
    }

    @Test
    void aChoiceThatWasChangedMeanwhileIsShownBeforeItIsOverwritten() {
        try (DashboardBrowser browser = signedIn("privacy")) {
            store(FIELDS, List.of("id", "birthdate"));
            browser.send(Map.of("field.login", "true"));
            assertThat(browser.status()).isEqualTo(409);
            assertThat(browser.text()).contains("Your choice was changed elsewhere", "visible");
            assertThat(isOn(browser, "field.login")).isTrue();
            assertThat(isOn(browser, "field.birthdate")).isFalse();
            assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "birthdate");

            browser.send(Map.of());
            assertThat(browser.status()).isEqualTo(200);
        }
        assertThat(stored(FIELDS)).contains("login").doesNotContain("birthdate");
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        try (DashboardBrowser browser = signedIn("privacy")) {
            assertThat(browser.forge("privacy", "field.login=true").status()).isEqualTo(403);
            assertThat(browser.forge("privacy/default", "").status()).isEqualTo(403);
        }
        assertThat(stored(FIELDS)).isEmpty();
    }

    @Test
    void whatTheRealmKeepsForItselfIsReadOnly() {
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        UPAttribute attribute = profile.getAttribute(FIELDS);
        var permissions = attribute.getPermissions();
        var edit = permissions.getEdit();
        permissions.setEdit(java.util.Set.of("admin"));
        profile.getAttribute(ACCOUNTS).getPermissions().setEdit(java.util.Set.of("admin"));
        realm.admin().users().userProfile().update(profile);
        try (DashboardBrowser browser = signedIn("privacy")) {
            assertThat(browser.text())
                    .contains("The administrators of this service decide what applications see.")
                    .doesNotContain("Save");
            assertThat(browser.send(Map.of("field.login", "true")).status()).isEqualTo(403);
        } finally {
            permissions.setEdit(edit);
            profile.getAttribute(ACCOUNTS).getPermissions().setEdit(edit);
            realm.admin().users().userProfile().update(profile);
        }
        assertThat(stored(FIELDS)).isEmpty();
    }

    @Test
    void aProfileThatDoesNotNameTheChoiceAllowsIt() {
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        UPConfig without = profile.clone();
        without.removeAttribute(FIELDS);
        without.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ADMIN_VIEW);
        realm.admin().users().userProfile().update(without);
        try (DashboardBrowser browser = signedIn("privacy")) {
            browser.send(Map.of("field.login", "true"));
            assertThat(isOn(browser, "field.login")).isTrue();
            assertThat(stored(FIELDS)).contains("login");
        } finally {
            realm.admin().users().userProfile().update(profile);
        }
    }

    @Test
    void eachApplicationInUseShowsWhatItWouldLearn() {
        realm.grant(ada, "wiki", "USER");
        String wiki = realm.client("wiki").getId();
        try (DashboardBrowser browser = signedIn("privacy")) {
            assertThat(browser.text()).contains("What each application learns", "wiki");
            browser.open("privacy/" + wiki);
            assertThat(browser.text())
                    .contains("What it would learn about you", "Countess", "ada@example.com")
                    .doesNotContain("1815", "iss", "exp");
            browser.open("privacy").send(Map.of("field.nickname", "")).open("privacy/" + wiki);
            assertThat(browser.text()).contains("ada@example.com").doesNotContain("Countess");
        }
        try (DashboardBrowser grace = new DashboardBrowser(server, realm, "grace", "privacy")) {
            assertThat(grace.text()).contains("No application knows you yet.").doesNotContain("wiki");
            assertThat(grace.open("privacy/" + wiki).status()).isEqualTo(404);
            assertThat(grace.open("privacy/00000000-0000-0000-0000-000000000000")
                            .status())
                    .isEqualTo(404);
            assertThat(grace.open("privacy/" + realm.client("encvoy-dashboard").getId())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anApplicationWithoutConsentLearnsNothing() {
        realm.grant(ada, "wiki", "USER");
        var client = realm.client("wiki");
        client.setConsentRequired(true);
        realm.admin().clients().get(client.getId()).update(client);
        try (DashboardBrowser browser = signedIn("privacy/" + client.getId())) {
            assertThat(browser.text()).contains("you have not agreed").doesNotContain("Countess");
        } finally {
            client.setConsentRequired(false);
            realm.admin().clients().get(client.getId()).update(client);
        }
    }

    @Test
    void whoMayOnlyLookCannotChange() {
        realm.admin()
                .users()
                .get(ada)
                .roles()
                .realmLevel()
                .remove(List.of(
                        realm.admin().roles().get("default-roles-encvoy").toRepresentation()));
        try (DashboardBrowser browser = signedIn("privacy")) {
            assertThat(browser.status()).isEqualTo(403);
        }
        realm.grant(ada, "account", "view-profile");
        try (DashboardBrowser browser = signedIn("privacy")) {
            assertThat(browser.text()).contains("Countess").doesNotContain("Save", "What each application learns");
            assertThat(browser.send(Map.of("field.login", "true")).status()).isEqualTo(403);
        }
        assertThat(stored(FIELDS)).isEmpty();
    }
}
