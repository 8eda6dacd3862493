package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.OneTimePassword;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class SecondFactorIT {

    private final TestServer server;

    SecondFactorIT(TestServer server) {
        this.server = server;
    }

    @Test
    void aOneTimePasswordIsSetUpInsideTheLoginAndAskedForAtTheNext() {
        TestRealm realm = TestRealm.copy(server, "second-factor", copy -> {});
        LoginBrowser login = new LoginBrowser(server, realm);
        String id = realm.person("totp");
        realm.change(id, user -> user.setRequiredActions(List.of("CONFIGURE_TOTP")));
        Browser browser = login.atLogin().signIn("totp", TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-login-config-totp");
        String secret = browser.html().getElementById("totpSecret").getAttribute("value");
        browser.submit(
                "kc-totp-settings-form",
                Map.of("totp", OneTimePassword.in(secret, 0), "totpSecret", secret, "userLabel", "phone"));
        assertThat(isSignedIn(browser)).as(browser.text()).isTrue();

        Browser next = login.atLogin().signIn("totp", TestRealm.PASSWORD);
        assertThat(next.pageId()).isEqualTo("login-login-otp");
        assertThat(next.submit("kc-otp-login-form", Map.of("otp", "000000")).text())
                .contains("Invalid authenticator code.");
        assertThat(isSignedIn(next.submit("kc-otp-login-form", Map.of("otp", OneTimePassword.in(secret, 30)))))
                .isTrue();

        Browser byCode = login.atCode("totp");
        byCode.type("code", Mailbox.await("totp@example.com", 1).code()).click("kc-login");
        assertThat(byCode.pageId()).as("also after a code by e-mail").isEqualTo("login-login-otp");
    }

    @Test
    void aMailboxAloneDoesNotReplaceThePasswordOfSomebodyWithASecondFactor() {
        TestRealm realm = TestRealm.copy(server, "second-factor-reset", copy -> {});
        LoginBrowser login = new LoginBrowser(server, realm);
        String id = realm.person("double");
        realm.change(id, user -> user.setRequiredActions(List.of("CONFIGURE_TOTP")));
        Browser browser = login.atLogin().signIn("double", TestRealm.PASSWORD);
        String secret = browser.html().getElementById("totpSecret").getAttribute("value");
        browser.submit(
                "kc-totp-settings-form",
                Map.of("totp", OneTimePassword.in(secret, 0), "totpSecret", secret, "userLabel", "phone"));

        Browser recovering = login.atLogin().identify("double");
        recovering
                .open(server.at(
                        recovering.html().getAnchorByText("Recover password").getHrefAttribute()))
                .click("kc-form-buttons");
        recovering.type("code", Mailbox.await("double@example.com", 1).code()).click("kc-login");
        assertThat(recovering.pageId()).isEqualTo("login-login-otp");
        recovering.submit("kc-otp-login-form", Map.of("otp", OneTimePassword.in(secret, 30)));
        assertThat(recovering.pageId()).isEqualTo("login-login-update-password");
    }

    @Test
    void theCodeByEmailCanBeTheSecondFactor() {
        TestRealm realm = TestRealm.copy(server, "second-factor-mail", TestRealm::codeAsSecondFactor);
        LoginBrowser login = new LoginBrowser(server, realm);
        realm.person("second");

        Browser browser = login.atLogin().signIn("second", TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.text()).contains("s***d@example.com");
        browser.type("code", Mailbox.await("second@example.com", 1).code()).click("kc-login");
        assertThat(isSignedIn(browser)).isTrue();

        realm.person("without", user -> user.setEmail(""));
        Browser without = login.atLogin().signIn("without", TestRealm.PASSWORD);
        assertThat(without.text()).contains("your account has no email address");
        assertThat(without.status()).isEqualTo(400);
    }

    /** A first factor by password or code, then a code as the second factor of all users. */
    private static void codeAsBothFactors(RealmRepresentation realm, String requirement) {
        for (AuthenticationFlowRepresentation flow : realm.getAuthenticationFlows()) {
            if (requirement.equals("REQUIRED") && flow.getAlias().equals("Encvoy forms")) {
                flow.getAuthenticationExecutions().add(codeStep(requirement, 25));
            } else if (requirement.equals("ALTERNATIVE") && flow.getAlias().equals("Encvoy second factor")) {
                flow.getAuthenticationExecutions().add(codeStep(requirement, 60));
            }
        }
    }

    private static AuthenticationExecutionExportRepresentation codeStep(String requirement, int priority) {
        AuthenticationExecutionExportRepresentation step = new AuthenticationExecutionExportRepresentation();
        step.setAuthenticator("encvoy-email-code");
        step.setRequirement(requirement);
        step.setPriority(priority);
        return step;
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUIRED", "ALTERNATIVE"})
    void twoCodesAreOneFactor(String requirement) {
        TestRealm realm = TestRealm.copy(server, "second-factor-twice", copy -> codeAsBothFactors(copy, requirement));
        LoginBrowser login = new LoginBrowser(server, realm);
        realm.person("twice-" + requirement.toLowerCase(Locale.ROOT));
        String address = "twice-" + requirement.toLowerCase(Locale.ROOT) + "@example.com";

        Browser browser = login.atCode(address);
        browser.type("code", Mailbox.await(address, 1).code()).click("kc-login");
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(browser.pageId()).as(browser.text()).isEqualTo("login-login-password");
        assertThat(Mailbox.of(address)).as("no second code").hasSize(1);
        browser.type("password", "wrong").click("kc-login");
        assertThat(isSignedIn(browser)).isFalse();
        browser.type("password", TestRealm.PASSWORD).click("kc-login");
        assertThat(isSignedIn(browser)).as(browser.text()).isTrue();

        Browser byPassword = login.atLogin().signIn(address, TestRealm.PASSWORD);
        assertThat(byPassword.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(isSignedIn(byPassword
                        .type("code", Mailbox.await(address, 2).code())
                        .click("kc-login")))
                .isTrue();
    }

    @Test
    void afterACodeAnotherMethodThatIsSetUpIsAskedFor() {
        TestRealm realm = TestRealm.copy(server, "second-factor-other", copy -> codeAsBothFactors(copy, "ALTERNATIVE"));
        LoginBrowser login = new LoginBrowser(server, realm);
        String id = realm.person("apped");
        realm.change(id, user -> user.setRequiredActions(List.of("CONFIGURE_TOTP")));
        Browser setUp = login.atLogin().signIn("apped", TestRealm.PASSWORD);
        setUp.type("code", Mailbox.await("apped@example.com", 1).code()).click("kc-login");
        String secret = setUp.html().getElementById("totpSecret").getAttribute("value");
        setUp.submit(
                "kc-totp-settings-form",
                Map.of("totp", OneTimePassword.of(secret), "totpSecret", secret, "userLabel", "phone"));

        Browser browser = login.atCode("apped");
        browser.type("code", Mailbox.await("apped@example.com", 2).code()).click("kc-login");

        assertThat(browser.pageId()).as(browser.text()).isEqualTo("login-login-otp");
        assertThat(isSignedIn(browser.submit("kc-otp-login-form", Map.of("otp", OneTimePassword.in(secret, 30)))))
                .isTrue();
    }

    @Test
    void aCodeToSignInOnceMoreIsNotSentToAnAddressThatIsNotVerified() {
        TestRealm realm = TestRealm.copy(server, "second-factor-again", copy -> {});
        LoginBrowser login = new LoginBrowser(server, realm);
        String id = realm.person("changing");
        Browser browser = login.atLogin().signIn("changing", TestRealm.PASSWORD);
        assertThat(isSignedIn(browser)).isTrue();
        realm.change(id, user -> {
            user.setEmail("changed@example.com");
            user.setEmailVerified(false);
        });

        login.open(browser, "&prompt=login");
        assertThat(browser.pageId()).isEqualTo("login-login-password");
        browser.otherMethod(LoginBrowser.CODE_METHOD);

        assertThat(browser.pageId()).as(browser.text()).isEqualTo("login-login-password");
        assertThat(Mailbox.of("changed@example.com")).isEmpty();
    }
}
