package com.encvoy.keycloak.login.gate;

import java.util.List;
import java.util.Map;

import org.htmlunit.html.DomElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

/** Data that an application requires are asked for, never taken. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaiseVisibilityIT {

    private static final String PAGE = "login-encvoy-raise-visibility";

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private String ada;

    RaiseVisibilityIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "raise-visibility", copy -> {});
    }

    @BeforeEach
    void makePerson() {
        login = new LoginBrowser(server, realm);
        ada = realm.person("ada");
    }

    private Browser signIn(String required) {
        realm.settings("wiki", Map.of("encvoy.required_fields", required));
        return login.atLogin().signIn("ada", TestRealm.PASSWORD);
    }

    private List<String> publicFields() {
        return attributes().get("public_profile_claims_oauth");
    }

    private Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes =
                realm.admin().users().get(ada).toRepresentation().getAttributes();
        return attributes == null ? Map.of() : attributes;
    }

    @Test
    void nobodyIsAskedForWhatIsPublicAlready() {
        assertThat(isSignedIn(signIn("email given_name, family_name"))).isTrue();
    }

    @Test
    void whoContinuesMakesPublicWhatIsRequiredAndIsAskedOnce() {
        Browser browser = signIn("login, email");
        assertThat(browser.pageId()).isEqualTo(PAGE);
        assertThat(browser.text())
                .contains("Data for wiki", "you keep private", "Username")
                .doesNotContain("Email");
        assertThat(publicFields()).isNull();

        browser.click("encvoy-raise");

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(publicFields())
                .containsExactlyInAnyOrder("id", "picture", "nickname", "email", "given_name", "family_name", "login");
        EventRepresentation event = realm.event(EventType.UPDATE_PROFILE, ada);
        assertThat(event.getDetails())
                .containsEntry("context", "encvoy-raise-visibility")
                .containsKey("updated_public_profile_claims_oauth");
        assertThat(isSignedIn(login.atLogin().signIn("ada", TestRealm.PASSWORD)))
                .isTrue();
    }

    @Test
    void whoCancelsStaysHereGivesNothingAwayAndMayStillEnterTheData() {
        Browser browser = signIn("login");
        realm.homeOf("wiki", "https://wiki.example.com/");
        browser.click("encvoy-cancel");

        assertThat(browser.pageId()).isEqualTo("login-encvoy-data-declined");
        assertThat(browser.text())
                .contains("wiki needs this data", "Enter the data", "Back to wiki")
                .doesNotContain("No access");
        assertThat(browser.address().toString()).startsWith(server.url().toString());
        assertThat(realm.event(EventType.LOGIN_ERROR, ada).getDetails()).containsEntry("reason", "required_fields");
        assertThat(publicFields()).isNull();

        browser.click("encvoy-enter");
        assertThat(browser.pageId()).isEqualTo(PAGE);
        assertThat(browser.click("encvoy-cancel").click("backToApplication").address())
                .hasToString("https://wiki.example.com/");
    }

    @Test
    void fieldsSayWhatTheyAre() {
        Browser browser = signIn("nickname birthdate phone_number picture");
        assertThat(input(browser, "birthdate").getAttribute("type")).isEqualTo("date");
        assertThat(input(browser, "birthdate").getAttribute("autocomplete")).isEqualTo("bday");
        assertThat(browser.text()).contains("For example 31 December 1990");
        assertThat(input(browser, "phone_number").getAttribute("type")).isEqualTo("tel");
        assertThat(input(browser, "phone_number").getAttribute("autocomplete")).isEqualTo("tel");
        assertThat(input(browser, "nickname").getAttribute("autocomplete")).isEqualTo("nickname");
        assertThat(input(browser, "picture").getAttribute("type")).isEqualTo("url");

        browser.type("nickname", "Countess")
                .type("birthdate", "1815-12-10")
                .type("picture", "no address")
                .type("phone_number", "no number")
                .click("encvoy-raise");

        List<DomElement> focused = browser.html().getByXPath("//input[@autofocus]");
        assertThat(focused).as("the first wrong field").hasSize(1);
        assertThat(focused.get(0).getAttribute("aria-describedby"))
                .isEqualTo("hint-" + focused.get(0).getId() + " input-error-"
                        + focused.get(0).getId());
        assertThat(browser.shows("input-error-picture")).isTrue();
        assertThat(browser.value("birthdate")).isEqualTo("1815-12-10");

        browser.type("picture", "https://pictures.example.com/ada.png")
                .type("phone_number", "+491707654322")
                .click("encvoy-raise");
        assertThat(isSignedIn(browser)).as(browser.text()).isTrue();
        assertThat(attributes()).containsEntry("birthdate", List.of("1815-12-10"));
    }

    private static DomElement input(Browser browser, String name) {
        return browser.html().getElementByName(name);
    }

    @Test
    void missingAndPrivateFieldsAreAskedForOnOnePage() {
        Browser browser = signIn("login nickname phone_number");
        assertThat(browser.pageId()).isEqualTo(PAGE);
        assertThat(browser.text()).contains("you keep private", "also needs");

        browser.type("nickname", "Countess").type("phone_number", "no number").click("encvoy-raise");
        assertThat(browser.pageId()).isEqualTo(PAGE);
        assertThat(browser.shows("input-error-phone_number")).isTrue();
        assertThat(browser.value("nickname")).isEqualTo("Countess");
        assertThat(attributes()).doesNotContainKeys("nickname", "phone_number", "public_profile_claims_oauth");

        browser.type("phone_number", "").click("encvoy-raise");
        assertThat(browser.shows("input-error-phone_number")).isTrue();
        assertThat(publicFields()).isNull();

        browser.type("phone_number", "+491707654321").click("encvoy-raise");
        assertThat(isSignedIn(browser)).as(browser.text()).isTrue();
        assertThat(attributes())
                .containsEntry("nickname", List.of("Countess"))
                .containsEntry("phone_number", List.of("+491707654321"));
        assertThat(publicFields()).contains("login", "nickname", "phone_number");
    }

    @Test
    void anAddressThatIsFilledInHasToBeVerified() {
        TestRealm other = TestRealm.copy(
                server,
                "raise-visibility-address",
                copy -> copy.getRequiredActions().stream()
                        .filter(action -> action.getAlias().equals("VERIFY_PROFILE"))
                        .forEach(action -> action.setEnabled(false)));
        String id = other.person("ada", user -> user.setEmail(""));
        LoginBrowser there = new LoginBrowser(server, other);
        other.settings("wiki", Map.of("encvoy.required_fields", "email"));
        Browser browser = there.atLogin().signIn("ada", TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo(PAGE);

        browser.type("email", "ada@example.com").click("encvoy-raise");

        assertThat(other.admin().users().get(id).toRepresentation().isEmailVerified())
                .isFalse();
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
    }

    @Test
    void whatOnlyAdministratorsMayFillInIsNotAskedFor() {
        Browser browser = signIn("custom_fields.department login");
        assertThat(browser.pageId()).isEqualTo(PAGE);
        assertThat(browser.shows("custom_fields.department")).isFalse();
        assertThat(browser.shows("encvoy-raise")).isTrue();

        browser.click("encvoy-raise");

        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void thePageComesAgainAfterAReloadAndInOtherLanguages() {
        Browser browser = signIn("login").reload();
        assertThat(browser.pageId()).isEqualTo(PAGE);

        browser.language("de");
        assertThat(browser.pageId()).isEqualTo(PAGE);
        assertThat(browser.text()).contains("Daten für wiki");

        browser.click("encvoy-raise");
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void anActionThatSomebodyAsksForDoesNotPutItOff() {
        realm.settings("wiki", Map.of("encvoy.required_fields", "login"));
        for (String action : List.of("encvoy-raise-visibility", "UPDATE_PROFILE")) {
            Browser browser = login.open(new Browser(server.url()).reading("en"), "&kc_action=" + action)
                    .signIn("ada", TestRealm.PASSWORD);
            assertThat(isSignedIn(browser)).as(action).isFalse();
        }
        assertThat(publicFields()).isNull();
    }

    @Test
    void silentSignOnTellsTheApplicationThatItIsAsked() {
        Browser browser = signIn("");
        assertThat(isSignedIn(browser)).isTrue();
        realm.settings("wiki", Map.of("encvoy.required_fields", "login"));

        login.open(browser, "&prompt=none");

        assertThat(browser.address().toString()).contains("error=interaction_required");
    }

    @Test
    void namesOfFieldsThatAreNoneAreLeftOut() {
        assertThat(isSignedIn(signIn("password <b>"))).isTrue();
    }
}
