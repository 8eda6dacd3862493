package com.encvoy.keycloak.login.gate;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.sentry.IdentityNotValid;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessGateIT {

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private String ada;

    AccessGateIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "gate", copy -> {});
    }

    @BeforeEach
    void makePeople() {
        login = new LoginBrowser(server, realm);
        realm.application("open", "secret-of-the-open-for-tests", "https://open.example.com/login");
        ada = realm.person("ada");
    }

    private void set(String key, String value) {
        realm.settings("wiki", Map.of(key, value));
    }

    private void assertDenied(Browser browser, String reason, String text) {
        assertThat(browser.pageId()).isEqualTo("login-encvoy-access-denied");
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text())
                .contains("No access to wiki", text, "To get access, contact its administrator.", "ada@example.com");
        assertThat(browser.text().split("wiki", -1))
                .as("title, card and details")
                .hasSizeBetween(3, 4);
        assertThat(browser.address().toString())
                .startsWith(server.url().toString())
                .doesNotContain("error=");
        EventRepresentation event = realm.event(EventType.LOGIN_ERROR, ada);
        assertThat(event.getError()).isEqualTo("access_denied");
        assertThat(event.getClientId()).isEqualTo("wiki");
        assertThat(event.getDetails()).containsEntry("reason", reason).containsEntry("username", "ada");
        assertThat(browser.text()).contains("Reference: " + event.getDetails().get("reference"));
    }

    @Test
    void withoutSettingsEverybodyMayEnter() {
        assertThat(isSignedIn(login.atLogin().signIn("ada", TestRealm.PASSWORD)))
                .isTrue();
    }

    @Test
    void onlyAdministrators() {
        set("encvoy.authorize_only_admins", "true");
        realm.grant(ada, "wiki", "USER");
        Browser denied = login.atLogin().signIn("ada", TestRealm.PASSWORD);
        assertDenied(denied, "only_admins", "Only administrators");
        assertThat(denied.text())
                .contains("You have used the account ada@example.com")
                .doesNotContainIgnoringCase("in as ");

        for (String role : List.of("OWNER", "EDITOR")) {
            realm.grant(ada, "wiki", role);
            assertThat(isSignedIn(login.atLogin().signIn("ada", TestRealm.PASSWORD)))
                    .as(role)
                    .isTrue();
            realm.revoke(ada, "wiki", role);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "EDITOR", "USER"})
    void onlyEmployees(String role) {
        set("encvoy.authorize_only_employees", "true");
        assertDenied(login.atLogin().signIn("ada", TestRealm.PASSWORD), "only_employees", "Only members");

        realm.grant(ada, "wiki", role);

        assertThat(isSignedIn(login.atLogin().signIn("ada", TestRealm.PASSWORD)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com|true",
                "EXAMPLE.com|true",
                "other.org, example.com|true",
                "*.example.com|false",
                "*.com|true",
                "ample.com|false",
                "example.com.evil.org|false",
                "com|false",
                "exa mple.com|false",
                "http://example.com|false"
            })
    void onlyDomains(String domains, boolean admitted) {
        set("encvoy.allowed_email_domains", domains);

        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);

        if (admitted) {
            assertThat(isSignedIn(browser)).isTrue();
        } else {
            assertDenied(browser, "email_domain", "email addresses of certain organisations are accepted");
        }
    }

    @Test
    void aDomainCountsOnceTheAddressIsVerified() {
        set("encvoy.allowed_email_domains", "example.com");
        realm.change(ada, user -> user.setEmailVerified(false));
        int mails = Mailbox.of("ada@example.com").size();

        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.text()).contains("a***a@example.com");
        browser.type("code", Mailbox.await("ada@example.com", mails + 1).code()).click("kc-login");

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(realm.event(EventType.VERIFY_EMAIL, ada).getDetails()).containsEntry("email", "ada@example.com");
    }

    @Test
    void somebodyBlockedInOneApplicationMayUseTheOthers() {
        realm.grant(ada, "wiki", "encvoy.blocked");
        assertDenied(login.atLogin().signIn("ada", TestRealm.PASSWORD), "blocked", "Your account is blocked");
        realm.revoke(ada, "wiki", "encvoy.blocked");
        assertThat(isSignedIn(login.atLogin().signIn("ada", TestRealm.PASSWORD)))
                .isTrue();

        realm.change(ada, user -> user.singleAttribute("encvoy.blocked", "wiki"));

        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);
        assertDenied(browser, "blocked", "Your account is blocked");
        browser.open(realm.authorization("open", "https://open.example.com/login", ""))
                .signIn("ada", TestRealm.PASSWORD);
        assertThat(browser.address().toString())
                .startsWith("https://open.example.com/login?")
                .contains("code=");
    }

    @Test
    void theSilentPathIsGuardedTooAndOtherApplicationsKeepTheirSession() {
        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);
        browser.open(realm.authorization("open", "https://open.example.com/login", ""));
        set("encvoy.authorize_only_admins", "true");

        assertDenied(login.open(browser, ""), "only_admins", "Only administrators");
        assertThat(login.open(browser, "&prompt=none").address().toString()).contains("error=login_required");

        browser.open(realm.authorization("open", "https://open.example.com/login", ""));
        assertThat(browser.address().toString())
                .as("still signed in elsewhere")
                .startsWith("https://open.example.com/login?")
                .contains("code=");
    }

    @Test
    void whoIsDeniedMayUseAnotherAccount() {
        set("encvoy.authorize_only_admins", "true");
        String bob = realm.person("bob");
        realm.grant(bob, "wiki", "OWNER");
        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD).click("encvoy-other");
        assertThat(browser.asksWhoItIs()).isTrue();

        assertThat(isSignedIn(browser.signIn("bob", TestRealm.PASSWORD))).isTrue();
    }

    @Test
    void thePageNamesWhomToAsk() {
        realm.settings(
                "wiki", Map.of("encvoy.authorize_only_admins", "true", "encvoy.contact", "<b>help@example.com</b>"));

        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);

        assertThat(browser.text()).contains("To get access, contact: <b>help@example.com</b>");
        assertThat(browser.language("de").text()).contains("help@example.com");
    }

    @Test
    void aRestrictionThatCannotBeReadRestricts() {
        set("encvoy.authorize_only_admins", "yes please");
        assertDenied(
                login.atLogin().signIn("ada", TestRealm.PASSWORD),
                "unreadable_setting",
                "An administrator has to correct it.");
        assertThat(server.log())
                .contains("Client 'wiki' of realm 'gate': encvoy.authorize_only_admins must be true or false; "
                        + "using true (restricts access)");
        realm.grant(ada, "wiki", "OWNER");
        assertThat(isSignedIn(login.atLogin().signIn("ada", TestRealm.PASSWORD)))
                .isTrue();
        realm.revoke(ada, "wiki", "OWNER");

        realm.settings("wiki", Map.of("encvoy.authorize_only_admins", "", "encvoy.authorize_only_employees", "yes"));
        assertDenied(
                login.atLogin().signIn("ada", TestRealm.PASSWORD),
                "unreadable_setting",
                "restricted by a setting that cannot be read");
        realm.grant(ada, "wiki", "USER");
        assertThat(isSignedIn(login.atLogin().signIn("ada", TestRealm.PASSWORD)))
                .isTrue();
    }

    @Test
    void whoIsBlockedStaysBlockedWhenTheApplicationIsRenamed() {
        realm.application("renamed", "secret-of-the-renamed-for-tests", "https://renamed.example.com/login");
        var client = realm.client("renamed");
        realm.change(ada, user -> user.setAttributes(Map.of("encvoy.blocked", List.of("other", "renamed"))));
        client.setClientId("newly-named");
        realm.admin()
                .clients()
                .findByClientId("newly-named")
                .forEach(old -> realm.admin().clients().get(old.getId()).remove());
        realm.admin().clients().get(client.getId()).update(client);

        assertThat(realm.admin()
                        .users()
                        .get(ada)
                        .toRepresentation()
                        .getAttributes()
                        .get("encvoy.blocked"))
                .containsExactlyInAnyOrder("other", "newly-named");
        realm.change(ada, user -> user.setAttributes(Map.of("encvoy.blocked", List.of(client.getId()))));
        Browser browser = new Browser(server.url()).reading("en");
        browser.open(realm.authorization("newly-named", "https://renamed.example.com/login", ""))
                .signIn("ada", TestRealm.PASSWORD);
        assertThat(browser.pageId()).as("by the id of the client").isEqualTo("login-encvoy-access-denied");
    }

    @Test
    void whoIsBlockedStaysBlockedWhenTheApplicationIsChangedWithoutItsName() {
        realm.application("partly", "secret-of-the-partly-for-tests", "https://partly.example.com/login");
        String id = realm.client("partly").getId();
        for (List<String> blocked : List.of(List.of("partly"), List.of("other", "partly"))) {
            realm.change(ada, user -> user.setAttributes(Map.of("encvoy.blocked", blocked)));
            ClientRepresentation part = new ClientRepresentation();
            part.setDescription("changed in part");

            realm.admin().clients().get(id).update(part);

            assertThat(realm.client("partly").getDescription()).isEqualTo("changed in part");
            assertThat(realm.admin()
                            .users()
                            .get(ada)
                            .toRepresentation()
                            .getAttributes()
                            .get("encvoy.blocked"))
                    .containsExactlyInAnyOrderElementsOf(blocked);
        }
        realm.change(ada, user -> user.setAttributes(null));
    }

    @Test
    void sentrysUserSeesOurPageAndNoRedirectLoopAndRefreshingStops() {
        Sentry sentry = new Sentry(realm.sentry("/realms/gate/api/oidc"));
        SentryLogin first = sentry.startLogin();
        Browser browser = new Browser(server.url());
        SentryIdentity linked = first.callback(browser.open(first.authorizationUrl())
                .signIn("ada", TestRealm.PASSWORD)
                .address());
        SentryIdentity refreshed = sentry.refresh(linked);
        realm.settings("error-tracker", Map.of("encvoy.authorize_only_admins", "true"));
        try {
            assertThatThrownBy(() -> sentry.refresh(refreshed))
                    .isInstanceOf(IdentityNotValid.class)
                    .hasMessageContaining("invalid_grant");
            assertThat(server.log())
                    .containsPattern("type=\"REFRESH_TOKEN_ERROR\".* error=\"invalid_grant\".* reason=\"only_admins\"");
            browser.open(sentry.startLogin().authorizationUrl());
            assertThat(browser.pageId()).isEqualTo("login-encvoy-access-denied");
            assertThat(browser.text()).contains("No access to Sentry", "You are signed in as ada@example.com");
            assertThat(new Browser(server.url())
                            .open(sentry.startLogin().authorizationUrl())
                            .signIn("ada", TestRealm.PASSWORD)
                            .pageId())
                    .isEqualTo("login-encvoy-access-denied");
        } finally {
            realm.settings("error-tracker", Map.of("encvoy.authorize_only_admins", ""));
        }
        assertThat(sentry.refresh(refreshed).accessToken())
                .as("access given back")
                .isNotEmpty();
    }

    @Test
    void theFirstLoginMakesAMember() {
        String newcomer = realm.person("newcomer");
        SentryLogin login = new Sentry(realm.sentry("/realms/gate/api/oidc")).startLogin();
        login.callback(new Browser(server.url())
                .open(login.authorizationUrl())
                .signIn("newcomer", TestRealm.PASSWORD)
                .address());

        assertThat(realm.roles(newcomer, "error-tracker")).containsExactly("USER");
        assertThat(realm.roles(newcomer, "wiki"))
                .as("no application, no members")
                .isEmpty();
    }
}
