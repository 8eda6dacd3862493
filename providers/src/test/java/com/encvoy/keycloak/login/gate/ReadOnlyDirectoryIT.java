package com.encvoy.keycloak.login.gate;

import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ComponentRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

/** People of a directory that is connected read-only are never asked for what cannot be stored. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadOnlyDirectoryIT {

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;

    ReadOnlyDirectoryIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "read-only-directory", copy -> {});
        connect(realm, true);
    }

    @BeforeEach
    void makeApplication() {
        login = new LoginBrowser(server, realm);
    }

    private static void connect(TestRealm realm, boolean verified) {
        ComponentRepresentation directory = new ComponentRepresentation();
        directory.setName("directory");
        directory.setProviderId("test-read-only");
        directory.setProviderType("org.keycloak.storage.UserStorageProvider");
        directory.setConfig(new MultivaluedHashMap<>());
        directory.getConfig().putSingle("verified", Boolean.toString(verified));
        realm.admin().components().add(directory).close();
    }

    private Browser signIn() {
        return login.atLogin().signIn("dir-dora", TestRealm.PASSWORD);
    }

    private static void assertDenied(TestRealm realm, Browser browser) {
        assertThat(browser.pageId()).isEqualTo("login-encvoy-access-denied");
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text())
                .contains("cannot be stored", "directory of your organisation")
                .doesNotContain("_");
        assertThat(realm.event(EventType.LOGIN_ERROR, "dir-dora").getDetails()).containsEntry("reason", "read_only");
    }

    @Test
    void peopleSignInWhereNothingIsMissing() {
        assertThat(isSignedIn(signIn())).isTrue();
        realm.settings("wiki", Map.of("encvoy.required_fields", "email given_name family_name"));
        assertThat(isSignedIn(signIn())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "phone_number", "nickname", "birthdate login"})
    void aFieldThatCannotBeStoredIsNotAskedFor(String required) {
        realm.settings("wiki", Map.of("encvoy.required_fields", required));

        Browser browser = signIn();

        assertDenied(realm, browser);
        assertThat(browser.click("encvoy-other").asksWhoItIs()).isTrue();
    }

    @Test
    void anAddressThatCannotBeMarkedAsVerifiedGetsNoCode() {
        TestRealm other = TestRealm.copy(server, "read-only-unverified", copy -> copy.setVerifyEmail(true));
        connect(other, false);

        Browser browser = new LoginBrowser(server, other).atLogin().signIn("dir-dora", TestRealm.PASSWORD);

        assertDenied(other, browser);
        assertThat(other.events(EventType.SEND_VERIFY_EMAIL)).isEmpty();
        assertThat(browser.click("encvoy-other").asksWhoItIs()).isTrue();
    }

    @Test
    void peopleOfKeycloaksOwnAreAskedAsBefore() {
        realm.person("ada");
        realm.settings("wiki", Map.of("encvoy.required_fields", "nickname"));

        Browser browser = login.atLogin()
                .signIn("ada", TestRealm.PASSWORD)
                .type("nickname", "Countess")
                .click("encvoy-raise");

        assertThat(isSignedIn(browser)).isTrue();
    }
}
