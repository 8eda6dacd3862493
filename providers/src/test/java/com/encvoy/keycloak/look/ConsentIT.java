package com.encvoy.keycloak.look;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The consent page shows the values that the application receives, and only those. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentIT {

    private final TestServer server;
    private TestRealm realm;

    ConsentIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "consent", copy -> {});
        ClientRepresentation client = realm.client("error-tracker");
        client.setConsentRequired(true);
        // Sentry needs an address, and would have a person asked for it first.
        client.getAttributes().put("encvoy.required_fields", "");
        realm.admin().clients().get(client.getId()).update(client);
    }

    private Browser signIn(String username) {
        SentryLogin login = new Sentry(realm.sentry("/realms/consent/api/oidc")).startLogin();
        return new Browser(server.url())
                .reading("en")
                .open(login.authorizationUrl())
                .signIn(username, TestRealm.PASSWORD);
    }

    private static String disclosed(Browser browser) {
        return browser.html()
                .getElementById("encvoy-disclosed")
                .getTextContent()
                .replaceAll("\\s+", " ");
    }

    @Test
    void showsTheAccountAndWhatIsReleased() {
        realm.person(
                "erika",
                user -> user.setAttributes(Map.of(
                        "nickname",
                        List.of("Rika"),
                        "birthdate",
                        List.of("1964-08-12"),
                        "public_profile_claims_oauth",
                        List.of("id", "given_name", "family_name", "email", "nickname"))));

        Browser browser = signIn("erika");

        assertThat(browser.shows("kc-oauth")).isTrue();
        assertThat(browser.text()).contains("Continue to Sentry?", "You are signed in as erika@example.com.");
        assertThat(disclosed(browser))
                .contains("Your name — Ada Lovelace", "Your nickname — Rika", "Your email address — erika@example.com")
                .as("what is private")
                .doesNotContain("1964", "username");
        assertThat(browser.html().getElementById("kc-login").getTextContent().strip())
                .isEqualTo("Continue");
        assertThat(browser.html().getElementById("kc-cancel").getTextContent().strip())
                .isEqualTo("Cancel");
    }

    @Test
    void whatIsPrivateIsSaidToBe() {
        realm.person("secretive", user -> user.setAttributes(Map.of("public_profile_claims_oauth", List.of("id"))));

        Browser browser = signIn("secretive");

        assertThat(disclosed(browser))
                .contains("Your name — User", "Your email address — not shared")
                .doesNotContain("secretive", "Ada", "Lovelace");
    }

    @Test
    void isWhatTheApplicationReceives() {
        realm.person("grace");
        SentryLogin login = new Sentry(realm.sentry("/realms/consent/api/oidc")).startLogin();
        Browser browser = new Browser(server.url())
                .reading("en")
                .open(login.authorizationUrl())
                .signIn("grace", TestRealm.PASSWORD);
        String shown = disclosed(browser);

        var identity = login.callback(browser.click("kc-login").address());

        assertThat(shown).contains("Your email address — " + identity.email(), "Your name — " + identity.name());
    }

    @Test
    void namesThePersonWhoMadeTheApplication() {
        String creator = realm.person("creator");
        realm.settings("error-tracker", Map.of("encvoy.created_by", creator));
        try {
            realm.person("visitor");
            assertThat(signIn("visitor").text())
                    .contains("Sentry was set up by Ada Lovelace, not by the administrators");

            realm.change(creator, user -> user.singleAttribute("public_profile_claims_oauth", "id"));
            assertThat(signIn("visitor").text())
                    .as("a person who asks others for data is named")
                    .contains("Sentry was set up by creator, not by the administrators")
                    .doesNotContain("Lovelace, not by");
            realm.admin().users().delete(creator).close();
            assertThat(signIn("visitor").text()).contains("Sentry was set up by a user, not by the administrators");
        } finally {
            realm.settings("error-tracker", Map.of("encvoy.created_by", ""));
        }
        assertThat(signIn("visitor").text()).doesNotContain("was set up by");
    }
}
