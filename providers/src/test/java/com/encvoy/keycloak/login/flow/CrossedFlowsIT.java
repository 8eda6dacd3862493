package com.encvoy.keycloak.login.flow;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.Pages;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

/** A browser that switches from one flow to another in the same tab, although no page offers that. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossedFlowsIT {

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;

    CrossedFlowsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "crossed", copy -> copy.setQuickLoginCheckMilliSeconds(0L));
        login = new LoginBrowser(server, realm);
        realm.person("attacker");
        realm.person("victim");
    }

    /** The current tab at the path of another flow. */
    private Browser go(Browser browser, String path) {
        String action = browser.html().getForms().get(0).getActionAttribute();
        String query = action.replaceFirst(".*\\?", "").replaceAll("(session_code|execution)=[^&]*&?", "");
        return browser.open(server.at("/realms/crossed/login-actions/" + path + "?" + query));
    }

    @Test
    void aCodeForOnePersonRecoversNoOther() {
        int mails = Mailbox.of("attacker@example.com").size();
        Browser browser = go(login.atLogin(), "reset-credentials")
                .type("username", "attacker")
                .click("kc-form-buttons");
        String code = Mailbox.await("attacker@example.com", mails + 1).code();
        go(browser, "authenticate");
        assertThat(browser.asksWhoItIs()).as(browser.text()).isTrue();
        browser.identify("victim");

        go(browser, "reset-credentials");
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        browser.type("code", code).click("kc-login");

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(Mailbox.await("victim@example.com", 1).code())
                .as("the victim got a code of their own")
                .isNotEmpty();
    }

    @Test
    void aCodeForOnePersonSignsInNoOther() {
        int mails = Mailbox.of("attacker@example.com").size();
        Browser browser = login.atCode("attacker");
        String code = Mailbox.await("attacker@example.com", mails + 1).code();
        go(browser, "reset-credentials").type("username", "victim").click("kc-form-buttons");

        go(browser, "authenticate");
        if (browser.pageId().equals("login-login-password")) {
            browser.otherMethod(LoginBrowser.CODE_METHOD);
        }
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        browser.type("code", code).click("kc-login");

        assertThat(isSignedIn(browser)).isFalse();
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
    }

    @Test
    void aCodeIsNotSkippedByTheAddressOfTheRegistration() {
        Browser browser = login.atLogin().signIn("attacker", TestRealm.PASSWORD);
        login.open(browser, "&prompt=login");
        assertThat(browser.pageId()).isEqualTo("login-login-password");
        String action = browser.html().getForms().get(0).getActionAttribute();

        browser.post(
                URI.create(action.replace("/authenticate?", "/registration?")),
                "authenticationExecution=" + codeStep("Encvoy browser"));
        assertThat(isSignedIn(browser)).isFalse();
        String query = action.replaceFirst(".*\\?", "").replaceAll("(session_code|execution)=[^&]*&?", "");
        browser.open(server.at("/realms/crossed/login-actions/authenticate?" + query));

        assertThat(isSignedIn(browser)).isFalse();
        assertThat(browser.pageId()).isIn("login-login-password", "login-encvoy-email-code");
    }

    private String codeStep(String flow) {
        return realm.admin().flows().getExecutions(flow).stream()
                .filter(step -> "encvoy-email-code".equals(step.getProviderId()))
                .map(AuthenticationExecutionInfoRepresentation::getId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRegistrationThatIsLeftTellsNothing() {
        realm.person("taken");
        Browser stranger = register("stranger-1", "taken@example.com");
        Browser newcomer = register("newcomer-1", "new@example.com");

        for (String path : new String[] {"authenticate", "reset-credentials", "registration"}) {
            assertThat(Pages.essence(go(stranger, path).source(), "stranger-1"))
                    .as(path)
                    .isEqualTo(Pages.essence(go(newcomer, path).source(), "newcomer-1"));
        }
    }

    private Browser register(String name, String email) {
        Browser browser = login.atLogin();
        browser.open(server.at(browser.html().getAnchorByText("Create account").getHrefAttribute()));
        browser.submit("kc-register-form", Map.of("username", name, "email", email, "firstName", "N", "lastName", "C"));
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        return browser;
    }

    @Test
    void requiredActionsCannotBeSwitchedOffByAskingForThem() {
        realm.settings("wiki", Map.of("encvoy.allowed_email_domains", "example.com"));
        try {
            realm.person("unproved", user -> user.setEmailVerified(false));
            Browser browser = login.open(new Browser(server.url()).reading("en"), "&kc_action=encvoy-verify-email")
                    .signIn("unproved", TestRealm.PASSWORD);
            assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
            browser.submit("encvoy-code-form", Map.of("cancel-aia", "true"));
            assertThat(isSignedIn(browser)).isFalse();

            realm.person("outsider", user -> user.setEmail("outsider@example.org"));
            for (String action : new String[] {"encvoy-access-gate", "encvoy-verify-email"}) {
                Browser outsider = login.open(new Browser(server.url()).reading("en"), "&kc_action=" + action)
                        .signIn("outsider", TestRealm.PASSWORD);
                assertThat(outsider.pageId()).as(action).isEqualTo("login-encvoy-access-denied");
            }
        } finally {
            realm.settings("wiki", Map.of("encvoy.allowed_email_domains", ""));
        }
    }
}
