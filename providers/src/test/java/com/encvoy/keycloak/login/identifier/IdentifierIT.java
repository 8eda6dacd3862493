package com.encvoy.keycloak.login.identifier;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentifierIT {

    private static final String PHONE = "+491701234567";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private String ada;

    IdentifierIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = realmWith("identifier", Map.of("default_region", "DE"));
        login = new LoginBrowser(server, realm);
        ada = realm.person("ada", user -> user.singleAttribute("phone_number", PHONE));
    }

    private TestRealm realmWith(String name, Map<String, String> options) {
        return TestRealm.copy(server, name, copy -> TestRealm.options(copy, "encvoy-identifier", options));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ADA",
                " ada ",
                "ada@example.com",
                "Ada@Example.COM",
                "+491701234567",
                "+49 170 1234567",
                "0170 1234567",
                "0170/123-45-67",
                "(0170) 1234567"
            })
    void everyFormOfANameIsUnderstood(String typed) {
        Browser browser = login.atLogin().signIn(typed, TestRealm.PASSWORD);

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(realm.event(EventType.LOGIN, ada).getDetails()).containsEntry("username", typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob",
                "bob@example.com",
                "+491701234568",
                "491701234567",
                "ada@example.com@example.com",
                "a'; drop table users",
                "ad%",
                "*",
                "ünïcødé",
                "<script>alert(1)</script>",
                "{{7*7}}",
                "${7*7}"
            })
    void whatMeansNobodyLeadsToTheSamePageAndNowhereElse(String typed) {
        Browser browser = login.atLogin().identify(typed);
        assertThat(browser.pageId()).isEqualTo("login-login-password");

        browser.type("password", TestRealm.PASSWORD).click("kc-login");

        assertThat(browser.pageId()).isEqualTo("login-login-password");
        assertThat(browser.text()).contains("Invalid username or password.");
        assertThat(browser.source()).doesNotContain("<script>alert(1)");
        assertThat(realm.events(EventType.LOGIN_ERROR).get(0).getError()).isEqualTo("user_not_found");
    }

    @Test
    void aNameOfThousandsOfCharactersMeansNobody() {
        Browser browser = login.atLogin().identify("a".repeat(5000));

        assertThat(browser.status()).isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login|Username",
                "email|Email",
                "phone_number|Phone number",
                "login email|Username or email",
                "phone_number login|Username or phone number",
                "email, phone_number|Email or phone number",
                "login email phone_number|Username, email or phone number",
                "''|Username, email or phone number",
                "nonsense|Username, email or phone number"
            })
    void theLabelNamesWhatMayBeTyped(String allowed, String label) {
        LoginBrowser other =
                new LoginBrowser(server, realmWith("identifier-label", Map.of("allowed_login_fields", allowed)));

        Browser browser = other.atLogin();

        assertThat(browser.html()
                        .<org.htmlunit.html.HtmlElement>getByXPath("//label[@for='username']")
                        .get(0)
                        .asNormalizedText())
                .isEqualTo(label);
        assertThat(browser.html().getElementById("username").getAttribute("autocomplete"))
                .startsWith("username");
    }

    @Test
    void onlyWhatIsAllowedIsUnderstood() {
        TestRealm strict = realmWith("identifier-strict", Map.of("allowed_login_fields", "email"));
        LoginBrowser other = new LoginBrowser(server, strict);
        strict.person("ada", user -> user.singleAttribute("phone_number", PHONE));

        assertThat(isSignedIn(other.atLogin().signIn("ada@example.com", TestRealm.PASSWORD)))
                .isTrue();
        for (String typed : List.of("ada", PHONE)) {
            assertThat(isSignedIn(other.atLogin().signIn(typed, TestRealm.PASSWORD)))
                    .as(typed)
                    .isFalse();
        }
    }

    @Test
    void withoutARegionPhoneNumbersNeedTheirCountryCode() {
        TestRealm other = realmWith("identifier-region", Map.of("default_region", "Germany"));
        other.person("ada", user -> user.singleAttribute("phone_number", PHONE));
        LoginBrowser browsers = new LoginBrowser(server, other);

        assertThat(isSignedIn(browsers.atLogin().signIn("+49 170 1234567", TestRealm.PASSWORD)))
                .isTrue();
        assertThat(isSignedIn(browsers.atLogin().signIn("0170 1234567", TestRealm.PASSWORD)))
                .isFalse();
        assertThat(server.log()).contains("default_region must be a two-letter country code such as DE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0170 1234567", "+49 170 1234567", "12", "+491", "not a number"})
    void aPhoneNumberThatIsNotInInternationalFormIsNotStored(String number) {
        String bob = realm.person("bob");

        assertThatThrownBy(() -> realm.change(bob, user -> user.singleAttribute("phone_number", number)))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void aPhoneNumberBelongsToOnePerson() {
        String bob = realm.person("bob");

        assertThatThrownBy(() -> realm.change(bob, user -> user.singleAttribute("phone_number", PHONE)))
                .isInstanceOf(BadRequestException.class);
        realm.change(ada, user -> user.setLastName("King"));
    }

    @Test
    void theLoginHintIsTypedAlready() {
        Browser browser = login.open(new Browser(server.url()), "&login_hint=ada%40example.com");

        assertThat(browser.value("username")).isEqualTo("ada@example.com");
    }

    @Test
    void aNameThatWasRememberedIsTypedAlready() {
        Browser browser = login.atLogin();
        ((org.htmlunit.html.HtmlCheckBoxInput) browser.html().getElementById("rememberMe")).setChecked(true);
        browser.signIn("ada@example.com", TestRealm.PASSWORD);
        assertThat(isSignedIn(browser)).isTrue();
        realm.admin().users().get(ada).logout();

        login.open(browser, "");

        assertThat(browser.value("username")).isEqualTo("ada@example.com");
        assertThat(((org.htmlunit.html.HtmlCheckBoxInput) browser.html().getElementById("rememberMe")).isChecked())
                .isTrue();
    }

    @Test
    void anEmptyNameIsSaidOnTheSamePage() {
        Browser browser = login.atLogin().identify("  ");

        assertThat(browser.asksWhoItIs()).isTrue();
        assertThat(browser.text()).contains("Please specify username.");
    }

    @Test
    void aPasswordPageThatIsLeftForTheRecoveryLeadsBackToTheFirstPage() {
        Browser browser = login.atLogin().identify("ada").follow("Recover password");
        assertThat(browser.pageId()).isEqualTo("login-login-reset-password");

        assertThat(browser.follow("Back to sign-in").pageId()).isEqualTo("login-login-username");

        assertThat(browser.value("username")).isEqualTo("ada");
        assertThat(browser.signIn("ada", TestRealm.PASSWORD).address().toString())
                .contains("code=");
    }

    @Test
    void aPasswordPageThatTheBrowserStillShowsNeverAsksForThePasswordAgain() {
        Browser browser = login.atLogin().identify("ada");
        String form = browser.html().getElementById("kc-form-login").getAttribute("action");
        browser.follow("Recover password");

        browser.post(URI.create(form), "password=" + TestRealm.PASSWORD.replace(" ", "+"));

        assertThat(browser.pageId()).isIn("login-login-username", "login-login-page-expired");
        assertThat(browser.text()).doesNotContain("Invalid username or password");
    }

    @Test
    void theWayBackLeadsToTheFirstPageWithTheNameStillThere() {
        Browser browser = login.atLogin().identify("ada");
        assertThat(browser.html().getElementById("kc-attempted-username").getTextContent())
                .isEqualTo("ada");

        String restart = browser.html().getElementById("reset-login").getAttribute("href");
        browser.open(server.at(restart.replaceFirst("https?://[^/]+", "")));

        assertThat(browser.asksWhoItIs()).isTrue();
        assertThat(browser.value("username")).isEqualTo("ada");
        assertThat(isSignedIn(browser.signIn("ada", TestRealm.PASSWORD))).isTrue();
    }

    @Test
    void aWrongPasswordIsSaidOnTheSamePage() {
        Browser browser = login.atLogin().signIn("ada", "wrong");

        assertThat(browser.pageId()).isEqualTo("login-login-password");
        assertThat(browser.text()).contains("Invalid username or password.");
        assertThat(realm.event(EventType.LOGIN_ERROR, ada).getError()).isEqualTo("invalid_user_credentials");
        assertThat(isSignedIn(browser.type("password", TestRealm.PASSWORD).click("kc-login")))
                .isTrue();
    }

    @Test
    void otherMethodsCanBeChosenAndLeftAgain() {
        Browser browser = login.atLogin()
                .identify("ada")
                .otherMethod(LoginBrowser.CODE_METHOD)
                .otherMethod("Password");

        assertThat(browser.pageId()).isEqualTo("login-login-password");
        assertThat(isSignedIn(browser.type("password", TestRealm.PASSWORD).click("kc-login")))
                .isTrue();
    }

    @Test
    void whoIsSignedInAlreadyConfirmsWithTheirPasswordOnly() {
        Browser browser = login.atLogin().signIn("ada", TestRealm.PASSWORD);

        login.open(browser, "&prompt=login");

        assertThat(browser.pageId()).isEqualTo("login-login-password");
        assertThat(isSignedIn(browser.type("password", TestRealm.PASSWORD).click("kc-login")))
                .isTrue();
    }
}
