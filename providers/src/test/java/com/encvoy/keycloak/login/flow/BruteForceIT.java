package com.encvoy.keycloak.login.flow;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BruteForceIT {

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;

    BruteForceIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "brute-force", copy -> {
            copy.setFailureFactor(3);
            copy.setQuickLoginCheckMilliSeconds(0L);
            copy.setWaitIncrementSeconds(60);
            TestRealm.options(copy, "encvoy-identifier", Map.of("default_region", "DE"));
        });
        login = new LoginBrowser(server, realm);
    }

    @AfterEach
    void restoreClock() {
        server.moveClock(0);
    }

    @Test
    void wrongCodesLockAnAccountAndTheRightOneUnlocksItWhenTheTimeIsOver() {
        String ada = realm.person("guess-ada");
        Browser browser = login.atCode("guess-ada");
        String code = Mailbox.await("guess-ada@example.com", 1).code();
        for (int i = 1; i <= 3; i++) {
            browser.type("code", "00000" + i).click("kc-login");
            awaitFailures(ada, i);
        }
        assertLocked(ada, true);

        assertThat(isSignedIn(browser.type("code", code).click("kc-login")))
                .as("the right code while locked")
                .isFalse();
        assertThat(browser.text()).contains("That code is incorrect.");
        assertThat(realm.event(EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT, ada)
                        .getDetails())
                .containsEntry("num_failures", "3");

        server.moveClock(61);
        Browser later = login.atCode("guess-ada");
        int mails = Mailbox.of("guess-ada@example.com").size() + 1;
        assertThat(isSignedIn(later.type(
                                "code",
                                Mailbox.await("guess-ada@example.com", 2).code())
                        .click("kc-login")))
                .isTrue();
        assertThat(mails).isGreaterThan(1);
        awaitFailures(ada, 0);
        assertLocked(ada, false);
    }

    @Test
    void aLockedAccountIsAnsweredLikeAWrongPasswordAndGetsNoMail() {
        String bob = realm.person("guess-bob");
        for (int i = 1; i <= 3; i++) {
            login.atLogin().signIn("guess-bob", "wrong").close();
            awaitFailures(bob, i);
        }
        assertLocked(bob, true);

        Browser browser = login.atLogin().signIn("guess-bob", TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-login-password");
        assertThat(browser.text()).contains("Invalid username or password.").doesNotContain("locked", "disabled");
        assertThat(realm.event(EventType.LOGIN_ERROR, bob).getError()).isEqualTo("user_temporarily_disabled");
        browser.otherMethod(LoginBrowser.CODE_METHOD);
        assertThat(browser.text()).contains("If guess-bob belongs to an account");
        assertThat(Mailbox.of("guess-bob@example.com")).isEmpty();

        server.moveClock(61);
        assertThat(isSignedIn(login.atLogin().signIn("guess-bob", TestRealm.PASSWORD)))
                .isTrue();
        awaitFailures(bob, 0);
    }

    @Test
    void passwordsAndCodesOfAPhoneNumberCountForTheSamePerson() {
        String carol = realm.person("guess-carol", user -> user.singleAttribute("phone_number", "+491701234569"));
        login.atLogin().signIn("0170 1234569", "wrong").close();
        awaitFailures(carol, 1);
        login.atLogin().signIn("guess-carol@example.com", "wrong").close();
        awaitFailures(carol, 2);
        login.atCode("0170 1234569").type("code", "000000").click("kc-login");
        awaitFailures(carol, 3);

        assertLocked(carol, true);
    }

    @Test
    void whoWasLockedOutCanStillRecoverThePassword() {
        String dora = realm.person("guess-dora");
        for (int i = 1; i <= 3; i++) {
            login.atLogin().signIn("guess-dora", "wrong").close();
            awaitFailures(dora, i);
        }
        assertLocked(dora, true);

        Browser browser = login.atLogin().identify("guess-dora");
        browser.open(
                server.at(browser.html().getAnchorByText("Recover password").getHrefAttribute()));
        browser.type("username", "guess-dora").click("kc-form-buttons");
        browser.type("code", Mailbox.await("guess-dora@example.com", 1).code()).click("kc-login");

        assertThat(browser.pageId()).isEqualTo("login-login-update-password");
    }

    @Test
    void aDisabledAccountIsToldSoOnlyToWhoKnowsThePassword() {
        String eve = realm.person("guess-eve");
        realm.disable(eve);

        assertThat(login.atLogin().signIn("guess-eve", "wrong").text()).contains("Invalid username or password.");
        Browser browser = login.atLogin().signIn("guess-eve", TestRealm.PASSWORD);
        assertThat(browser.text()).contains("Account is disabled");
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(realm.event(EventType.LOGIN_ERROR, eve).getError()).isEqualTo("user_disabled");
        login.atCode("guess-eve");
        assertThat(Mailbox.of("guess-eve@example.com")).isEmpty();
    }

    private void awaitFailures(String userId, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> realm.admin()
                        .attackDetection()
                        .bruteForceUserStatus(userId)
                        .get("numFailures")
                        .equals(number));
    }

    private void assertLocked(String userId, boolean locked) {
        assertThat(realm.admin().attackDetection().bruteForceUserStatus(userId).get("disabled"))
                .isEqualTo(locked);
    }
}
