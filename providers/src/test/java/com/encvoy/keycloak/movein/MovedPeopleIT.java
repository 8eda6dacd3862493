package com.encvoy.keycloak.movein;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.browser.BrowserSession;
import com.encvoy.keycloak.browser.ChromiumPages;
import com.encvoy.keycloak.login.OneTimePassword;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.LogoutReceiver;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** People who moved in, as they sign in and as applications see them. */
@KeycloakServer
class MovedPeopleIT {

    private final TestServer server;
    private final MovedRealm moved;
    private final TestRealm realm;

    MovedPeopleIT(TestServer server) {
        this.server = server;
        this.moved = MovedRealm.on(server);
        this.realm = moved.realm();
    }

    private String algorithm(String id) {
        return moved.credentials(id).stream()
                .filter(credential -> credential.getType().equals("password"))
                .map(credential -> credential.getCredentialData())
                .findFirst()
                .orElse("");
    }

    /** The id of 42 was free; that of 21 is another person's, so that the number is the attribute encvoy_sub. */
    @ParameterizedTest
    @CsvSource({"Arthur, arthur@example.com, 42", "uuid@example.com, uuid@example.com, 21"})
    void anApplicationThatKnewAPersonByTheNumberKnowsThemByIt(String login, String email, String number)
            throws Exception {
        try (LogoutReceiver receiver = new LogoutReceiver();
                Browser browser = moved.wiki().visit()) {
            realm.settings(
                    Wiki.ID, Map.of("backchannel.logout.url", receiver.address().toString()));
            JsonNode tokens = moved.wiki().tokens(browser.signIn(login, EncvoyId.PASSWORD));

            assertThat(subject(tokens.get("id_token").asText())).isEqualTo(number);
            String access = tokens.get("access_token").asText();
            assertThat(moved.wiki().application().userinfo(access).text("sub")).isEqualTo(number);
            assertThat(moved.wiki().application().introspect(access).text("sub"))
                    .isEqualTo(number);
            String id = realm.admin().users().searchByEmail(email, true).get(0).getId();
            assertThat(id.equals(number)).isEqualTo(number.equals("42"));
            realm.admin().users().get(id).logout();
            assertThat(subject(receiver.token())).isEqualTo(number);
        }
    }

    private static String subject(String token) {
        return Application.claims(token).get("sub").asText();
    }

    @Test
    void aPasswordSignsInAndIsHashedAnew() {
        assertThat(algorithm("19")).contains("bcrypt");
        try (Browser browser = moved.wiki().visit()) {
            moved.wiki().tokens(browser.signIn("twin-one", EncvoyId.PASSWORD));
        }
        Awaitility.await().untilAsserted(() -> assertThat(algorithm("19")).contains("argon2"));
        try (Browser again = moved.wiki().visit()) {
            moved.wiki().tokens(again.signIn("twins@example.com", EncvoyId.PASSWORD));
        }
    }

    /** The codes of the realm have 8 digits, those of this person 6. */
    @Test
    void aCodeOfTheAuthenticatorAppIsAskedForAndAccepted() {
        assertThat(moved.settings().getOtpPolicyDigits()).isEqualTo(8);
        assertThat(moved.settings().getOtpPolicyPeriod()).isEqualTo(60);
        assertThat(moved.settings().getOtpPolicyAlgorithm()).isEqualTo("HmacSHA256");
        try (Browser browser = moved.wiki().visit()) {
            browser.signIn("otp", EncvoyId.PASSWORD);
            assertThat(browser.pageId()).isEqualTo("login-login-otp");
            browser.submit("kc-otp-login-form", Map.of("otp", OneTimePassword.of(EncvoyId.decoded(EncvoyId.TOTP))));
            moved.wiki().tokens(browser);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "odd-hash", "linked", "stranger"})
    void peopleWhoCouldNotSignInStillCannot(String login) {
        try (Browser browser = moved.wiki().visit()) {
            browser.signIn(login, EncvoyId.PASSWORD);
            assertThat(browser.address().toString()).doesNotStartWith(Wiki.PAGE);
            assertThat(browser.shows("encvoy-restore")).isFalse();
        }
    }

    @Test
    void whoIsToBeDeletedMayRestoreTheAccount() {
        assertThat(moved.settings().getAttributes()).containsKey("encvoy.accounts_purged_until");
        try (Browser browser = moved.wiki().visit()) {
            browser.signIn("leaving", EncvoyId.PASSWORD);
            assertThat(browser.text()).contains("Your account will be deleted", "You can restore it until");

            moved.wiki().tokens(browser.click("encvoy-restore"));
        }
        assertThat(moved.person("24").getAttributes()).doesNotContainKey("encvoy.delete_after");
    }

    @Test
    @EnabledIf(
            value = "com.encvoy.keycloak.browser.Chromium#isAvailable",
            disabledReason = "no Chrome or Chromium is installed, the passkey is not tried")
    void aPasskeySignsInWithoutBeingSetUpAnew() {
        realm.settings("error-tracker", Map.of("encvoy.required_fields", ""));
        try (ChromiumPages pages = new ChromiumPages(server);
                BrowserSession visit = pages.visit(new com.microsoft.playwright.Browser.NewContextOptions())) {
            Page page = visit.window();
            moved.encvoy().passkey().plugInto(visit.devTools(page), "29");
            page.navigate(new Sentry(realm.sentry("/realms/moved/api/oidc"))
                    .startLogin()
                    .authorizationUrl()
                    .toString());
            ChromiumPages.pressPasskey(page);
            ChromiumPages.awaitSentry(page);
        }
        assertThat(realm.event(EventType.LOGIN, "29").getDetails()).containsEntry("username", "passkey");
    }
}
