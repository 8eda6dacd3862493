package com.encvoy.keycloak.dashboard.security;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.Response;

import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.ScopeMappingRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.login.OneTimePassword;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about what a person signs in with: what is shown, and what becomes of it. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityIT {

    private static final String SECRET = "ABCDEFGHIJ0123456789";

    private final TestServer server;
    private TestRealm realm;

    SecurityIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "dashboard-security", copy -> {
            ScopeMappingRepresentation mayLink = new ScopeMappingRepresentation();
            mayLink.setClient("encvoy-dashboard");
            mayLink.setRoles(Set.of("manage-account-links"));
            copy.setClientScopeMappings(Map.of("account", List.of(mayLink)));
        });
        // Another step that asks for passkeys: ours is to be enough.
        realm.admin().flows().getExecutions("first broker login").stream()
                .filter(step -> "idp-username-password-form".equals(step.getProviderId()))
                .forEach(step -> {
                    step.setRequirement("DISABLED");
                    realm.admin().flows().updateExecutions("first broker login", step);
                });
        for (String alias : List.of("partner", "corporate")) {
            realm.identityProvider(alias, "The " + alias);
        }
    }

    private DashboardBrowser signedIn(String username) {
        return new DashboardBrowser(server, realm, username, SecurityPages.PAGE);
    }

    /** A person with a password and an authenticator app called <i>My phone</i>. */
    private String personWithApp(String username) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setEmail(username + "@example.com");
        user.setEmailVerified(true);
        user.setFirstName("Ada");
        user.setLastName("Lovelace");
        user.setEnabled(true);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(TestRealm.PASSWORD);
        user.setCredentials(List.of(password, app("My phone"), app("Old phone")));
        try (Response response = realm.admin().users().create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    private static CredentialRepresentation app(String name) {
        CredentialRepresentation app = new CredentialRepresentation();
        app.setType("otp");
        app.setUserLabel(name);
        app.setCreatedDate(1_700_000_000_000L);
        app.setSecretData("{\"value\":\"" + SECRET + "\"}");
        app.setCredentialData(
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        return app;
    }

    private DashboardBrowser signedInWithApp(String username) {
        DashboardBrowser browser = signedIn(username);
        browser.browser().submit("kc-otp-login-form", Map.of("otp", OneTimePassword.of(SECRET)));
        return browser;
    }

    private CredentialRepresentation credential(String user, String name) {
        return realm.admin().users().get(user).credentials().stream()
                .filter(credential -> name.equals(credential.getUserLabel()))
                .findFirst()
                .orElse(null);
    }

    private static void press(DashboardBrowser browser, String card, String button) {
        HtmlElement found = browser.browser()
                .html()
                .getFirstByXPath("//section[@id='" + card + "']//*[self::a or self::button][normalize-space()='"
                        + button + "']");
        assertThat(found).as(button + " in " + browser.text()).isNotNull();
        browser.browser().press(found);
    }

    private static String card(DashboardBrowser browser, String card) {
        return browser.browser().html().getElementById(card).asNormalizedText();
    }

    @Test
    void whatIsSetUpIsShownWithItsAgeAndItsLastUse() {
        String id = personWithApp("listed");
        try (DashboardBrowser browser = signedInWithApp("listed")) {
            assertThat(browser.status()).isEqualTo(200);
            assertThat(card(browser, "kind-password"))
                    .contains("Last changed on", "Last used on", "Change password")
                    .doesNotContain("Remove", "Rename");
            assertThat(card(browser, "kind-otp"))
                    .contains("My phone", "Old phone", "Set up on Nov 14, 2023.", "Rename", "Remove", "Set up an app")
                    .containsOnlyOnce("Last used on");
            assertThat(card(browser, "kind-webauthn-passwordless")).contains("No passkey is set up.", "Add a passkey");
            assertThat(card(browser, "kind-webauthn")).contains("No security key is set up.");
            assertThat(card(browser, "kind-recovery-authn-codes")).contains("Create recovery codes");
            assertThat(browser.browser().source()).doesNotContain(SECRET, "HmacSHA1", "argon2");
        }
        assertThat(realm.event(EventType.LOGIN, id).getDetails())
                .containsEntry("used_credential_types", "otp password");
    }

    @Test
    void aPasswordIsChangedByKeycloaksOwnActionAndBack() {
        String id = realm.person("changing");
        try (DashboardBrowser browser = signedIn("changing")) {
            press(browser, "kind-password", "Change password");
            assertThat(browser.browser().pageId()).isEqualTo("login-login-update-password");
            browser.browser()
                    .submit(
                            "kc-passwd-update-form",
                            Map.of(
                                    "password-new",
                                    "another correct horse battery",
                                    "password-confirm",
                                    "another correct horse battery"));

            assertThat(browser.browser().address()).isEqualTo(browser.address(SecurityPages.PAGE));
            assertThat(browser.text()).contains("Done.");
        }
        assertThat(realm.event(EventType.UPDATE_CREDENTIAL, id).getClientId()).isEqualTo("encvoy-dashboard");
        try (DashboardBrowser old = signedIn("changing")) {
            assertThat(old.text()).contains("Invalid");
        }
    }

    @Test
    void anActionThatIsCancelledChangesNothing() {
        realm.person("hesitant");
        try (DashboardBrowser browser = signedIn("hesitant")) {
            press(browser, "kind-otp", "Set up an app");
            browser.browser().submit("kc-totp-settings-form", Map.of("cancel-aia", "true"));

            assertThat(browser.browser().address()).isEqualTo(browser.address(SecurityPages.PAGE));
            assertThat(browser.text()).contains("Nothing was changed.", "No app is set up.");
        }
    }

    @Test
    void aNewAppIsListedAfterKeycloaksAction() {
        realm.person("careful");
        try (DashboardBrowser browser = signedIn("careful")) {
            press(browser, "kind-otp", "Set up an app");
            String secret =
                    browser.browser().html().getElementById("totpSecret").getAttribute("value");
            browser.browser()
                    .submit(
                            "kc-totp-settings-form",
                            Map.of(
                                    "totp",
                                    OneTimePassword.of(secret),
                                    "totpSecret",
                                    secret,
                                    "userLabel",
                                    "Phone <b>of</b> Ada"));

            assertThat(card(browser, "kind-otp")).contains("Phone <b>of</b> Ada", "Remove");
        }
    }

    @Test
    void aNameIsChangedWithAnEvent() {
        String id = personWithApp("naming");
        String app = credential(id, "My phone").getId();
        try (DashboardBrowser browser = signedInWithApp("naming")) {
            press(browser, "kind-otp", "Rename");
            assertThat(browser.browser().value("name")).isIn("My phone", "Old phone");
            browser.open("security/credentials/" + app + "/name");

            assertThat(browser.send(Map.of("name", "  ")).status()).isEqualTo(400);
            assertThat(browser.error("name")).contains("Please enter a name");
            browser.send(Map.of("name", "x".repeat(101)));
            assertThat(browser.error("name")).contains("at most 100 characters");
            browser.send(Map.of("name", "Old phone"));
            assertThat(browser.error("name")).contains("already has this name");
            assertThat(browser.browser().value("name")).isEqualTo("Old phone");
            assertThat(credential(id, "My phone")).isNotNull();

            browser.send(Map.of("name", "Phone in the drawer"));
            assertThat(browser.text()).contains("The name was changed.", "Phone in the drawer");
        }
        assertThat(credential(id, "Phone in the drawer").getId()).isEqualTo(app);
        EventRepresentation event = realm.event(EventType.UPDATE_CREDENTIAL, id);
        assertThat(event.getClientId()).isEqualTo("encvoy-dashboard");
        assertThat(event.getDetails())
                .containsEntry("context", "ACCOUNT")
                .containsEntry("credential_type", "otp")
                .containsEntry("credential_id", app)
                .containsEntry("credential_user_label", "Phone in the drawer");
    }

    @Test
    void aNameThatWasChangedMeanwhileIsShownBeforeItIsReplaced() {
        String id = personWithApp("twice");
        String app = credential(id, "My phone").getId();
        try (DashboardBrowser browser = signedInWithApp("twice")) {
            browser.open("security/credentials/" + app + "/name");
            realm.admin().users().get(id).setCredentialUserLabel(app, "Of the administrator");

            assertThat(browser.send(Map.of("name", "Mine")).status()).isEqualTo(409);
            assertThat(browser.error("name")).contains("Of the administrator");
            assertThat(browser.browser().value("name")).isEqualTo("Mine");
            assertThat(credential(id, "Of the administrator")).isNotNull();

            browser.send(Map.of());
            assertThat(credential(id, "Mine")).isNotNull();
        }
    }

    @Test
    void aCredentialIsRemovedByKeycloaksOwnActionAndBack() {
        String id = personWithApp("removing");
        String app = credential(id, "My phone").getId();
        try (DashboardBrowser browser = signedInWithApp("removing")) {
            HtmlElement remove =
                    browser.browser().html().getFirstByXPath("//form[contains(@action,'" + app + "/remove')]//button");
            browser.browser().press(remove);
            assertThat(browser.browser().pageId()).isEqualTo("login-delete-credential");
            assertThat(credential(id, "My phone")).isNotNull();
            browser.browser().click("kc-accept");

            assertThat(browser.browser().address()).isEqualTo(browser.address(SecurityPages.PAGE));
            assertThat(card(browser, "kind-otp")).contains("Old phone").doesNotContain("My phone");
        }
        assertThat(credential(id, "My phone")).isNull();
        assertThat(realm.event(EventType.REMOVE_CREDENTIAL, app).getClientId()).isEqualTo("encvoy-dashboard");
    }

    @Test
    void whatIsOfOthersOrUnknownIsNotThere() {
        String other = credential(personWithApp("other"), "My phone").getId();
        String id = realm.person("curious");
        String password = realm.admin().users().get(id).credentials().get(0).getId();
        try (DashboardBrowser browser = signedIn("curious")) {
            String csrf = "state_checker=" + browser.browser().value("state_checker");
            for (String credential : List.of(other, "00000000-0000-0000-0000-000000000000", password, "otp-id")) {
                for (String action : List.of("name", "remove")) {
                    browser.browser()
                            .post(
                                    browser.address("security/credentials/" + credential + "/" + action),
                                    csrf + "&name=Taken");
                    assertThat(browser.status()).as(credential + action).isEqualTo(404);
                }
            }
            for (String form : List.of("set-up", "link", "unlink")) {
                browser.browser().post(browser.address("security/" + form), csrf + "&type=x&account=unknown");
                assertThat(browser.status()).as(form).isEqualTo(404);
                browser.forge("security/" + form, "type=password&account=partner");
                assertThat(browser.status()).as(form).isEqualTo(403);
            }
        }
        assertThat(realm.events(EventType.UPDATE_CREDENTIAL)).noneMatch(event -> id.equals(event.getUserId()));
    }

    @Test
    void whoMayOnlyLookSeesNoButtons() {
        String id = realm.person("viewer");
        String app = "00000000-0000-0000-0000-000000000000";
        realm.admin()
                .users()
                .get(id)
                .roles()
                .realmLevel()
                .remove(realm.admin().users().get(id).roles().realmLevel().listAll());
        try (DashboardBrowser stranger = signedIn("viewer")) {
            assertThat(stranger.status()).isEqualTo(403);
            realm.grant(id, "account", "view-profile");
            stranger.open(SecurityPages.PAGE);

            assertThat(stranger.status()).isEqualTo(200);
            assertThat(card(stranger, "kind-password"))
                    .contains("Last changed on")
                    .doesNotContain("Change password");
            assertThat((HtmlElement) stranger.browser().html().getFirstByXPath("//main//button"))
                    .isNull();
            String csrf = "state_checker=" + stranger.browser().value("state_checker");
            for (String form : List.of(
                    "set-up", "link", "unlink", "credentials/" + app + "/name", "credentials/" + app + "/remove")) {
                stranger.browser().post(stranger.address("security/" + form), csrf + "&type=password&account=partner");
                assertThat(stranger.status()).as(form).isEqualTo(403);
            }
        }
    }

    @Test
    void anAccountThatIsLinkedCanBeUnlinkedUnlessItIsTheOnlyWayIn() {
        String id = realm.person("linked");
        realm.link(id, "partner");
        try (DashboardBrowser browser = signedIn("linked")) {
            assertThat(card(browser, "linked-accounts"))
                    .contains("The partner", "ada@partner", "Remove link", "The corporate", "Not linked", "Link");
            String password = realm.admin().users().get(id).credentials().get(0).getId();
            realm.admin().users().get(id).removeCredential(password);
            browser.open(SecurityPages.PAGE);
            assertThat(card(browser, "kind-password")).contains("You have no password", "Set a password");
            press(browser, "linked-accounts", "Remove link");
            assertThat(browser.text()).contains("only way to sign in");
            String csrf = "state_checker=" + browser.browser().value("state_checker");
            browser.browser().post(browser.address("security/unlink"), csrf + "&account=partner");
            assertThat(browser.status()).isEqualTo(400);
            assertThat(realm.admin().users().get(id).getFederatedIdentity()).hasSize(1);

            realm.link(id, "corporate");
            browser.open("security/unlink?account=partner");
            browser.send(Map.of());
            assertThat(browser.text()).contains("The link was removed.");
            assertThat(realm.admin().users().get(id).getFederatedIdentity())
                    .extracting(FederatedIdentityRepresentation::getIdentityProvider)
                    .containsExactly("corporate");
        }
        EventRepresentation event = realm.event(EventType.REMOVE_FEDERATED_IDENTITY, id);
        assertThat(event.getClientId()).isEqualTo("encvoy-dashboard");
        assertThat(event.getDetails())
                .containsEntry("identity_provider", "partner")
                .containsEntry("identity_provider_identity", "ada@partner");
    }

    @Test
    void anAccountIsLinkedByKeycloaksOwnAction() {
        realm.person("linking");
        try (DashboardBrowser browser = signedIn("linking")) {
            HtmlElement link = browser.browser()
                    .html()
                    .getFirstByXPath("//form[contains(@action,'/link')][.//input[@value='partner']]//button");
            browser.browser().press(link);
            assertThat(browser.text()).contains("The partner");
            browser.browser().click("kc-continue");

            assertThat(browser.browser().address().toString()).startsWith("https://partner.example.com/auth?");
        }
    }

    @Test
    void anOldSignInIsRenewedBeforeALinkIsDropped() {
        String id = realm.person("late");
        realm.link(id, "partner");
        try (DashboardBrowser browser = signedIn("late")) {
            server.moveClock(301);
            browser.open("security/unlink?account=partner");
            assertThat(browser.browser().shows("password")).isTrue();
            browser.browser().type("password", TestRealm.PASSWORD).click("kc-login");
            assertThat(browser.text()).contains("Remove the link to The partner");
        } finally {
            server.moveClock(0);
        }
    }

    @Test
    void aRealmWithoutTheActionOffersNoRemoval() {
        String id = personWithApp("kept");
        RequiredActionProviderRepresentation action = realm.admin().flows().getRequiredAction("delete_credential");
        action.setEnabled(false);
        realm.admin().flows().updateRequiredAction("delete_credential", action);
        try (DashboardBrowser browser = signedInWithApp("kept")) {
            assertThat(card(browser, "kind-otp")).contains("Rename").doesNotContain("Remove");
            String csrf = "state_checker=" + browser.browser().value("state_checker");
            String app = credential(id, "My phone").getId();
            browser.browser().post(browser.address("security/credentials/" + app + "/remove"), csrf);
            assertThat(browser.status()).isEqualTo(404);
        } finally {
            action.setEnabled(true);
            realm.admin().flows().updateRequiredAction("delete_credential", action);
        }
    }

    @Test
    void thePasswordOfADirectoryThatIsReadOnlyCannotBeChanged() {
        ComponentRepresentation directory = new ComponentRepresentation();
        directory.setName("directory");
        directory.setProviderId("test-read-only");
        directory.setProviderType("org.keycloak.storage.UserStorageProvider");
        directory.setConfig(
                new org.keycloak.common.util.MultivaluedHashMap<>(Map.of("editMode", List.of("READ_ONLY"))));
        realm.admin().components().add(directory).close();
        try (DashboardBrowser browser = signedIn("dir-ada")) {
            assertThat(card(browser, "kind-password"))
                    .contains("Managed by your organisation.", "cannot be changed here")
                    .doesNotContain("Change password");
        }
    }
}
