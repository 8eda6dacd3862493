package com.encvoy.keycloak.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class SingleSignOnIT {

    private static final String WIKI = "https://wiki.example.com/login";
    private static final String REQUEST =
            "client_id=wiki&response_type=code&scope=openid+email&state=a%26b%3D%C3%A4&redirect_uri="
                    + URLEncoder.encode(WIKI, StandardCharsets.UTF_8);

    private final TestServer server;
    private final TestRealm realm;
    private final Browser browser;

    SingleSignOnIT(TestServer server) {
        this.server = server;
        this.realm = TestRealm.imported(server);
        this.browser = new Browser(server.url());
    }

    @BeforeEach
    void signInAtSentry() {
        realm.person("ada");
        realm.application("wiki", "secret-of-the-wiki-for-tests", WIKI);
        SentryLogin login = new Sentry(realm.sentry("/api/oidc")).startLogin();
        login.callback(browser.open(login.authorizationUrl())
                .signIn("ada", TestRealm.PASSWORD)
                .address());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/encvoy/api/oidc/auth", "/api/oidc/auth"})
    void aSecondApplicationSignsTheSameBrowserInWithoutAForm(String endpoint) {
        assertSignedIn(browser.open(server.at(endpoint + "?" + REQUEST)).address());
        assertSignedIn(browser.open(server.at(endpoint + "?" + REQUEST + "&prompt=none"))
                .address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/encvoy/api/oidc/auth", "/api/oidc/auth"})
    void itMayAlsoAskByPost(String endpoint) {
        assertSignedIn(browser.post(server.at(endpoint), REQUEST).address());
    }

    @Test
    void anotherBrowserIsAskedToSignIn() {
        try (Browser other = new Browser(server.url())) {
            assertThat(other.open(server.at("/api/oidc/auth?" + REQUEST)).asksWhoItIs())
                    .isTrue();
        }
    }

    private static void assertSignedIn(URI address) {
        assertThat(address.toString()).startsWith(WIKI + "?").contains("code=");
        assertThat(address.getRawQuery()).contains("state=a%26b%3D%C3%A4");
    }
}
