package com.encvoy.keycloak.browser;

import java.util.List;

import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What a form says after an error: at the field, with the focus on it, and in the title of the page. */
@KeycloakServer
class FormErrorsIT {

    private final TestRealm realm;
    private final Browser browser;

    FormErrorsIT(TestServer server) {
        this.realm = TestRealm.imported(server);
        this.browser = new Browser(server.url()).reading("en");
    }

    @BeforeEach
    void begin() {
        realm.person("faulty");
        browser.open(new Sentry(realm.sentry("/api/oidc")).startLogin().authorizationUrl());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void assertThatTheFieldSaysSo(String id, String title) {
        List<HtmlElement> focused = browser.html().getByXPath("//*[@autofocus]");
        List<HtmlElement> invalid = browser.html().getByXPath("//*[@aria-invalid='true']");
        assertThat(invalid).as("the wrong field").isNotEmpty();
        assertThat(invalid.get(0).getId()).isEqualTo(id);
        assertThat(focused).as("the focus").isNotEmpty();
        assertThat(focused.get(0).getId()).as("the focus").isEqualTo(id);
        DomElement description = browser.html().getElementById(invalid.get(0).getAttribute("aria-describedby"));
        assertThat(description).as("the description").isNotNull();
        assertThat(description.getTextContent()).isNotBlank();
        assertThat(browser.html().getTitleText()).isEqualTo(title + " \u2013 Sentry");
        assertThat(browser.html().getByXPath("//*[@role='alert' or @role='status' or @aria-live]//a"))
                .as("links in live regions")
                .isEmpty();
    }

    @Test
    void anEmptyIdentifier() {
        browser.identify("");

        assertThatTheFieldSaysSo("username", "Sign in");
        assertThat(browser.html().getElementById("authenticateWebAuthnButton").getTagName())
                .as("a passkey can still be used")
                .isEqualTo("button");
    }

    @Test
    void aWrongPassword() {
        browser.signIn("faulty", "wrong");

        assertThatTheFieldSaysSo("password", "Enter your password");
    }

    @Test
    void aWrongCode() {
        int mails = Mailbox.of("faulty@example.com").size();
        browser.identify("faulty").otherMethod("Code by email");
        Mailbox.await("faulty@example.com", mails + 1);
        browser.type("code", "0").click("kc-login");

        assertThatTheFieldSaysSo("code", "Enter the code");
    }

    @Test
    void anEmptyRecovery() {
        browser.identify("faulty");
        browser.follow("Recover password").type("username", "").click("kc-form-buttons");

        assertThatTheFieldSaysSo("username", "Recover password");
    }
}
