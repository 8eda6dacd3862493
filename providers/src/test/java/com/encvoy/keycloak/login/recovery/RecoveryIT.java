package com.encvoy.keycloak.login.recovery;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;

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
class RecoveryIT {

    private static final String NEW_PASSWORD = "a new battery for the horse";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;

    RecoveryIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "recovery", copy -> {});
        login = new LoginBrowser(server, realm);
    }

    @AfterEach
    void restoreClock() {
        server.moveClock(0);
    }

    private Browser atRecovery(String identifier) {
        Browser browser = login.atLogin().identify(identifier);
        return browser.open(
                server.at(browser.html().getAnchorByText("Recover password").getHrefAttribute()));
    }

    @Test
    void aCodeLeadsToANewPasswordAndIntoTheApplication() {
        String ada = realm.person("forgot-ada");
        Browser elsewhere = login.atLogin().signIn("forgot-ada", TestRealm.PASSWORD);
        Sentry sentry = new Sentry(realm.sentry("/realms/recovery/api/oidc"));
        SentryLogin atSentry = sentry.startLogin();
        SentryIdentity linked =
                atSentry.callback(elsewhere.open(atSentry.authorizationUrl()).address());

        Browser browser = atRecovery("forgot-ada@example.com");
        assertThat(browser.pageId()).isEqualTo("login-login-reset-password");
        assertThat(browser.value("username")).as("typed already").isEqualTo("forgot-ada@example.com");
        browser.click("kc-form-buttons");
        Mailbox.Mail mail = Mailbox.await("forgot-ada@example.com", 1);
        assertThat(mail.subject()).isEqualTo("Your code to recover your password (wiki)");
        assertThat(mail.all()).doesNotContain("http");
        browser.type("code", mail.code()).click("kc-login");
        assertThat(browser.pageId()).isEqualTo("login-login-update-password");
        assertThat(realm.roles(ada, "wiki")).isEmpty();
        ((org.htmlunit.html.HtmlCheckBoxInput) browser.html().getElementById("logout-sessions")).setChecked(false);
        browser.type("password-new", NEW_PASSWORD)
                .type("password-confirm", NEW_PASSWORD)
                .submit(
                        "kc-passwd-update-form",
                        Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(realm.event(EventType.SEND_RESET_PASSWORD, ada).getDetails()).containsKey("context");
        assertThat(realm.event(EventType.UPDATE_CREDENTIAL, ada).getDetails())
                .containsEntry("credential_type", "password");
        assertThat(realm.event(EventType.LOGOUT, ada).getDetails())
                .containsEntry("logout_triggered_by_required_action", "UPDATE_PASSWORD");
        assertThat(login.open(elsewhere, "").asksWhoItIs())
                .as("signed out everywhere else")
                .isTrue();
        assertThatThrownBy(() -> sentry.refresh(linked))
                .as("tokens from before")
                .isInstanceOf(IdentityNotValid.class);
        assertThat(Mailbox.await("forgot-ada@example.com", 2).subject()).isEqualTo("Your password was changed (wiki)");
        assertThat(isSignedIn(login.open(browser, "")))
                .as("the new session lives")
                .isTrue();
        assertThat(isSignedIn(login.atLogin().signIn("forgot-ada", TestRealm.PASSWORD)))
                .as("old password")
                .isFalse();
        assertThat(isSignedIn(login.atLogin().signIn("forgot-ada", NEW_PASSWORD)))
                .as("new password")
                .isTrue();
    }

    @Test
    void unknownPeopleSeeTheSamePagesAndNoCodeIsRight() {
        Browser browser = atRecovery("absent").type("username", "absent").click("kc-form-buttons");

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.text()).contains("If absent belongs to an account");
        assertThat(browser.type("code", "123456").click("kc-login").text()).contains("That code is incorrect.");
    }

    @Test
    void aCodeToSignInWithRecoversNothing() {
        realm.person("forgot-bob");
        Browser signingIn = login.atCode("forgot-bob");
        String code = Mailbox.await("forgot-bob@example.com", 1).code();
        assertThat(signingIn.pageId()).isEqualTo("login-encvoy-email-code");
        Browser recovering = atRecovery("forgot-bob").click("kc-form-buttons");
        String recoveryCode = Mailbox.await("forgot-bob@example.com", 2).code();

        if (!code.equals(recoveryCode)) {
            assertThat(recovering.type("code", code).click("kc-login").text()).contains("That code is incorrect.");
        }
    }

    @Test
    void sessionsMayBeLeftAloneAndNobodyIsNotifiedWhereTheRealmSaysSo() {
        TestRealm lenient = TestRealm.copy(
                server,
                "recovery-lenient",
                copy -> TestRealm.options(
                        copy, "encvoy-password-recovery", Map.of("end_sessions", "false", "notify", "false")));
        LoginBrowser browsers = new LoginBrowser(server, lenient);
        lenient.person("forgot-carol");
        Browser elsewhere = browsers.atLogin().signIn("forgot-carol", TestRealm.PASSWORD);

        Browser browser = browsers.atLogin().identify("forgot-carol");
        browser.open(server.at(
                        browser.html().getAnchorByText("Recover password").getHrefAttribute()))
                .click("kc-form-buttons");
        browser.type("code", Mailbox.await("forgot-carol@example.com", 1).code())
                .click("kc-login");
        browser.submit("kc-passwd-update-form", Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(isSignedIn(browsers.open(elsewhere, ""))).isTrue();
        assertThat(Mailbox.of("forgot-carol@example.com")).hasSize(1);
    }
}
