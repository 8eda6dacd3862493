package com.encvoy.keycloak.deletion;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.NotFoundException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.AuthenticationDevice;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.LogoutReceiver;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an account that its person deletes. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionIT {

    private static final String CALLBACK = "https://vault.example.com/login";
    private static final String SECRET = "secret-of-the-vault-for-tests";
    private static final int DAY = 24 * 60 * 60;

    private final TestServer server;
    private TestRealm realm;

    DeletionIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "deletion", copy -> {});
        realm.showToAdministrators("encvoy.delete_after", "encvoy.deletion_held");
        makeApplication(realm);
    }

    private static void makeApplication(TestRealm realm) {
        realm.application("vault", SECRET, CALLBACK);
        ClientRepresentation vault = realm.client("vault");
        vault.setDirectAccessGrantsEnabled(true);
        vault.getAttributes()
                .putAll(Map.of(
                        "oidc.ciba.grant.enabled", "true",
                        "oauth2.device.authorization.grant.enabled", "true"));
        realm.admin().clients().get(vault.getId()).update(vault);
    }

    @AfterEach
    void reset() {
        server.moveClock(0);
        days("");
    }

    private void days(String days) {
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.getAttributes().put("encvoy.delete_account_after_days", days);
        realm.admin().update(changed);
    }

    private Application vault(TestRealm realm) {
        return Application.atKeycloakAddress(server, realm, "vault", SECRET);
    }

    private Browser atVault(TestRealm realm) {
        return new Browser(server.url()).reading("en").open(realm.authorization("vault", CALLBACK, ""));
    }

    private String delete(TestRealm realm, String name) {
        try (DashboardBrowser browser = new DashboardBrowser(server, realm, name, "data/delete")) {
            browser.send(Map.of("confirmed", "true"));
            assertThat(browser.status()).as(browser.text()).isEqualTo(200);
            return browser.text();
        }
    }

    private static UserRepresentation user(TestRealm realm, String id) {
        return realm.admin().users().get(id).toRepresentation();
    }

    private boolean exists(String id) {
        try {
            realm.admin().users().get(id).toRepresentation();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private Map<String, String> password(String name) {
        return Map.of("username", name, "password", TestRealm.PASSWORD, "scope", "openid");
    }

    private EventRepresentation latest(EventType type, String id) {
        return realm.event(type, id);
    }

    @Test
    void aDeletedAccountIsSignedOutEverywhereAndClosedAtEveryDoor() throws IOException, InterruptedException {
        String ada = realm.person("del-ada");
        int mails = Mailbox.of("del-ada@example.com").size();
        Answer tokens;
        Answer device = vault(realm).post("/auth/device", Map.of("scope", "openid"));
        try (LogoutReceiver receiver = new LogoutReceiver();
                Browser browser = atVault(realm)) {
            realm.settings(
                    "vault", Map.of("backchannel.logout.url", receiver.address().toString()));
            URI code = browser.signIn("del-ada", TestRealm.PASSWORD).address();
            tokens = vault(realm).redeem(code, CALLBACK);
            assertThat(tokens.status()).as("%s", tokens.json()).isEqualTo(200);

            String told = delete(realm, "del-ada");

            assertThat(told).contains("Your account will be deleted", "you are signed out everywhere");
            assertThat(receiver.token()).as("the application is told").isNotNull();
            assertThat(browser.open(realm.authorization("vault", CALLBACK, "&prompt=none"))
                            .address()
                            .toString())
                    .contains("error=");
            browser.open(server.at("/realms/deletion/dashboard/data"));
            assertThat(browser.asksWhoItIs()).as("the session is over").isTrue();
        } finally {
            realm.settings("vault", Map.of("backchannel.logout.url", ""));
        }
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        assertThat(user(realm, ada).firstAttribute("encvoy.delete_after")).isEqualTo(day);
        assertThat(realm.admin().users().get(ada).getUserSessions()).isEmpty();
        assertThat(latest(EventType.UPDATE_PROFILE, ada).getDetails())
                .containsEntry("context", "deletion_requested")
                .containsEntry("delete_after", day);
        Mailbox.Mail mail = Mailbox.await("del-ada@example.com", mails + 1);
        assertThat(mail.subject()).startsWith("Your account will be deleted");
        assertThat(mail.text()).contains("You can restore it until", "/realms/deletion/dashboard");

        for (boolean encvoy : List.of(true, false)) {
            Application vault = encvoy ? Application.atEncvoyAddress(server, realm, "vault", SECRET) : vault(realm);
            assertThat(vault.token("password", password("del-ada")).text("error"))
                    .isEqualTo("invalid_grant");
            assertThat(vault.token("refresh_token", Map.of("refresh_token", tokens.text("refresh_token")))
                            .status())
                    .isEqualTo(400);
            assertThat(vault.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
            assertThat(vault.introspect(tokens.text("access_token")).json().toString())
                    .isEqualTo("{\"active\":false}");
        }
        assertThat(vault(realm)
                        .token("password", Map.of("username", "del-ada", "password", "wrong"))
                        .text("error_description"))
                .as("a wrong password learns nothing of it")
                .isEqualTo("Invalid user credentials");
        Answer elsewhere = vault(realm).post("/ext/ciba/auth", Map.of("scope", "openid", "login_hint", "del-ada"));
        AuthenticationDevice.approve(vault(realm), "del-ada");
        assertThat(vault(realm)
                        .token(
                                "urn:openid:params:grant-type:ciba",
                                Map.of("auth_req_id", elsewhere.text("auth_req_id")))
                        .json()
                        .has("access_token"))
                .isFalse();
        try (Browser browser = new Browser(server.url()).reading("en")) {
            browser.open(URI.create(device.text("verification_uri_complete"))).signIn("del-ada", TestRealm.PASSWORD);
            assertThat(browser.shows("encvoy-restore")).as(browser.text()).isTrue();
            assertThat(vault(realm)
                            .token(
                                    "urn:ietf:params:oauth:grant-type:device_code",
                                    Map.of("device_code", device.text("device_code")))
                            .json()
                            .has("access_token"))
                    .isFalse();
        }
    }

    @Test
    void signingInOffersToRestoreTheAccount() {
        String ada = realm.person("del-restore");
        int mails = Mailbox.of("del-restore@example.com").size();
        delete(realm, "del-restore");

        try (Browser browser = atVault(realm)) {
            browser.signIn("del-restore", TestRealm.PASSWORD);
            assertThat(browser.text()).contains("Your account will be deleted", "You can restore it until");
            browser.click("encvoy-leave");
            assertThat(browser.text()).contains("You are not signed in");
            browser.open(realm.authorization("vault", CALLBACK, ""));
            assertThat(browser.asksWhoItIs()).isTrue();
            assertThat(user(realm, ada).firstAttribute("encvoy.delete_after")).isNotNull();
            assertThat(latest(EventType.LOGIN_ERROR, ada).getDetails()).containsEntry("reason", "to_be_deleted");

            browser.signIn("del-restore", TestRealm.PASSWORD).click("encvoy-restore");

            assertThat(browser.address().toString()).startsWith(CALLBACK).contains("code=");
            assertThat(vault(realm).redeem(browser.address(), CALLBACK).status())
                    .isEqualTo(200);
        }
        assertThat(user(realm, ada).firstAttribute("encvoy.delete_after")).isNull();
        assertThat(user(realm, ada).getRequiredActions()).isEmpty();
        assertThat(latest(EventType.UPDATE_PROFILE, ada).getDetails())
                .containsEntry("context", "encvoy-restore-account");
        assertThat(Mailbox.await("del-restore@example.com", mails + 2).subject())
                .startsWith("Your account was restored");
        assertThat(vault(realm).token("password", password("del-restore")).status())
                .isEqualTo(200);
    }

    @Test
    void anAccountGoesWhenItsLastDayIsOver() {
        days("2");
        String gone = realm.person("del-gone");
        String restored = realm.person("del-kept");
        String owner = realm.person("del-owner");
        String other = realm.person("del-other");
        realm.application("garden", SECRET, CALLBACK);
        realm.grant(owner, "garden", "OWNER");
        realm.grant(other, "garden", "OWNER");
        List.of("del-gone", "del-kept", "del-owner").forEach(name -> delete(realm, name));
        try (Browser browser = atVault(realm)) {
            browser.signIn("del-kept", TestRealm.PASSWORD).click("encvoy-restore");
        }
        realm.disable(other);

        server.purgeAccounts();
        assertThat(exists(gone)).as("there is time").isTrue();
        server.moveClock(2 * DAY);
        server.purgeAccounts();
        assertThat(exists(gone)).as("the last day is not over").isTrue();
        server.moveClock(3 * DAY);
        server.purgeAccounts();

        assertThat(exists(gone)).isFalse();
        assertThat(latest(EventType.DELETE_ACCOUNT, gone).getDetails())
                .containsEntry("username", "del-gone")
                .containsEntry("reason", "deletion_requested");
        assertThat(exists(restored)).isTrue();
        assertThat(exists(owner)).as("the last owner by now").isTrue();
        assertThat(latest(EventType.DELETE_ACCOUNT_ERROR, owner).getDetails()).containsEntry("applications", "garden");
        assertThat(user(realm, owner).firstAttribute("encvoy.deletion_held")).isEqualTo("last_owner");

        realm.change(other, person -> person.setEnabled(true));
        server.moveClock(4 * DAY);
        server.purgeAccounts();
        assertThat(exists(owner)).isFalse();
    }

    @Test
    void anAccountGoesAtOnceIfTheRealmSaysSo() {
        days("0");
        String ada = realm.person("del-now");

        assertThat(delete(realm, "del-now")).contains("Your account has been deleted");

        assertThat(exists(ada)).isFalse();
        assertThat(latest(EventType.DELETE_ACCOUNT, ada).getDetails()).containsEntry("reason", "deletion_requested");
    }

    @Test
    void anAdministratorNeitherActsAsThePersonNorOpensTheAccountByMistake() {
        String ada = realm.person("del-admin");
        delete(realm, "del-admin");

        realm.admin().users().get(ada).impersonate();
        assertThat(realm.admin().users().get(ada).getUserSessions()).isEmpty();

        RequiredActionProviderRepresentation action = realm.admin().flows().getRequiredAction("encvoy-restore-account");
        action.setEnabled(false);
        realm.admin().flows().updateRequiredAction("encvoy-restore-account", action);
        try (Browser browser = atVault(realm)) {
            URI answer = browser.signIn("del-admin", TestRealm.PASSWORD).address();
            assertThat(vault(realm).redeem(answer, CALLBACK).json().has("access_token"))
                    .isFalse();
        } finally {
            action.setEnabled(true);
            realm.admin().flows().updateRequiredAction("encvoy-restore-account", action);
        }
        realm.change(ada, person -> person.getAttributes().remove("encvoy.delete_after"));
        try (Browser browser = atVault(realm)) {
            assertThat(browser.signIn("del-admin", TestRealm.PASSWORD).address().toString())
                    .as("an administrator has restored it")
                    .contains("code=");
        }
    }

    @Test
    void aRealmWithKeycloaksOwnFlowsDoesTheSame() {
        ClientRepresentation dashboard = realm.client("encvoy-dashboard");
        RealmRepresentation stock = new RealmRepresentation();
        stock.setRealm("deletion-stock");
        stock.setEnabled(true);
        TestRealm plain = TestRealm.create(server, stock);
        dashboard.setId(null);
        plain.admin().clients().create(dashboard).close();
        makeApplication(plain);
        String ada = plain.person("del-ada");
        plain.grant(ada, "account", "delete-account");
        Application vault = vault(plain);
        assertThat(vault.token("password", password("del-ada")).status()).isEqualTo(200);

        try (Browser browser = new Browser(server.url()).reading("en")) {
            browser.open(server.at("/realms/deletion-stock/dashboard/data/delete"));
            browser.type("username", "del-ada")
                    .type("password", TestRealm.PASSWORD)
                    .click("kc-login");
            browser.press(browser.html().getFirstByXPath("//input[@name='confirmed']"));
            browser.press(browser.html().getFirstByXPath("//main//form//button[@type='submit']"));
            assertThat(browser.text()).contains("Your account will be deleted");
        }
        plain.disable(ada);
        plain.change(ada, person -> person.setEnabled(true));
        assertThat(user(plain, ada).getRequiredActions()).containsExactly("encvoy-restore-account");
        assertThat(vault.token("password", password("del-ada")).text("error")).isEqualTo("invalid_grant");
        try (Browser browser = new Browser(server.url()).reading("en")) {
            browser.open(server.at("/realms/deletion-stock/protocol/openid-connect/auth?client_id=vault"
                    + "&response_type=code&scope=openid&redirect_uri=" + CALLBACK));
            browser.type("username", "del-ada")
                    .type("password", TestRealm.PASSWORD)
                    .click("kc-login");
            assertThat(browser.text()).contains("You can restore it until");
            browser.click("encvoy-restore");
            assertThat(browser.address().toString()).startsWith(CALLBACK).contains("code=");
        }
        assertThat(vault.token("password", password("del-ada")).status()).isEqualTo(200);
    }
}
