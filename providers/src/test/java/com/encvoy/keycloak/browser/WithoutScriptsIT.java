package com.encvoy.keycloak.browser;

import java.net.URI;

import org.htmlunit.html.HtmlAnchor;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages without scripts that the other tests, which all use a browser without JavaScript, do not reach. */
@KeycloakServer
class WithoutScriptsIT {

    private final TestServer server;

    WithoutScriptsIT(TestServer server) {
        this.server = server;
    }

    @Test
    void theLanguageIsChosenConsentIsGivenAndTheSessionEnds() {
        TestRealm realm = TestRealm.copy(server, "without-scripts", copy -> {});
        realm.person("ada");
        ClientRepresentation client = realm.client("error-tracker");
        client.setConsentRequired(true);
        realm.admin().clients().get(client.getId()).update(client);
        SentryLogin login = new Sentry(realm.sentry("/realms/without-scripts/api/oidc")).startLogin();
        try (Browser browser = new Browser(server.url()).reading("en")) {
            browser.open(login.authorizationUrl());
            HtmlAnchor italian = browser.html().getFirstByXPath("//details[@id='encvoy-languages']//a[@hreflang='it']");
            browser.open(
                    server.at(URI.create(italian.getHrefAttribute()).toString().replaceFirst("^https?://[^/]+", "")));
            assertThat(browser.html().getDocumentElement().getAttribute("lang")).isEqualTo("it");

            browser.signIn("ada", TestRealm.PASSWORD);
            assertThat(browser.shows("kc-oauth")).isTrue();
            assertThat(login.callback(browser.click("kc-login").address()).email())
                    .isEqualTo("ada@example.com");

            browser.open(server.at("/realms/without-scripts/api/oidc/session/end"))
                    .click("kc-logout");
            assertThat(browser.pageId()).isEqualTo("login-info");
            browser.open(new Sentry(realm.sentry("/realms/without-scripts/api/oidc"))
                    .startLogin()
                    .authorizationUrl());
            assertThat(browser.asksWhoItIs()).isTrue();
        }
    }
}
