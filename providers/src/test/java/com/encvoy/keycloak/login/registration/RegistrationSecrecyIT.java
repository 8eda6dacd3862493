package com.encvoy.keycloak.login.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.Pages;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A registration does not reveal who has an account, and cannot take an identifier of another user. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationSecrecyIT {

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private int number;

    RegistrationSecrecyIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(
                server,
                "secrecy",
                copy -> TestRealm.options(copy, "encvoy-identifier", Map.of("default_region", "DE")));
        login = new LoginBrowser(server, realm);
        realm.person("member", user -> user.singleAttribute("phone_number", "+491701112223"));
    }

    private Browser atForm(Browser browser) {
        return browser.open(
                server.at(browser.html().getAnchorByText("Create account").getHrefAttribute()));
    }

    private static Browser register(Browser browser, String name, String email, String... more) {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("username", name, "email", email, "firstName", "New", "lastName", "Comer"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return browser.submit("kc-register-form", form);
    }

    private UserRepresentation user(String name) {
        return realm.admin().users().searchByUsername(name, true).stream()
                .findFirst()
                .orElse(null);
    }

    private static String essence(Browser browser, String name, String email) {
        return browser.status() + Pages.essence(browser.source(), name).replace(email, "{email}");
    }

    @Test
    void aNameIsHeldWhetherTheAddressIsTakenOrNot() {
        register(atForm(login.atLogin()), "held-a", "member@example.com").close();
        register(atForm(login.atLogin()), "held-b", "free-held@example.com").close();

        Browser taken = register(atForm(login.atLogin()), "held-a", "third-a@example.com");
        Browser free = register(atForm(login.atLogin()), "held-b", "third-b@example.com");

        assertThat(taken.text()).contains("Username already exists.");
        assertThat(essence(taken, "held-a", "third-a@example.com"))
                .isEqualTo(essence(free, "held-b", "third-b@example.com"));
        UserRepresentation holder = user("held-a");
        assertThat(holder.getEmail()).isNull();
        assertThat(holder.firstAttribute("encvoy.claimed_email")).isEqualTo("member@example.com");
        assertThat(holder.isEmailVerified()).isFalse();
    }

    @Test
    void aHeldNameIsFreeAgainWhenTheAddressIsCorrected() {
        Browser taken = register(atForm(login.atLogin()), "held-d", "member@example.com");
        Browser free = register(atForm(login.atLogin()), "held-e", "free-e@example.com");

        assertThat(essence(taken.click("encvoy-other-address"), "held-d", "member@example.com"))
                .isEqualTo(essence(free.click("encvoy-other-address"), "held-e", "free-e@example.com"));
        assertThat(user("held-d")).isNull();
        assertThat(user("held-e")).isNull();
        assertThat(user("member")).isNotNull();
    }

    @Test
    void theAccountThatHoldsANameIsOfNoUse() {
        int before = Mailbox.of("member@example.com").size();
        register(atForm(login.atLogin()), "held-c", "member@example.com").close();
        Mailbox.await("member@example.com", before + 1);
        int mails = Mailbox.of("member@example.com").size();

        Browser browser = login.atLogin().identify("held-c");
        browser.open(server.at(
                        browser.html().getAnchorByText("Recover password").getHrefAttribute()))
                .click("kc-form-buttons");

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.type("code", "123456").click("kc-login").text()).contains("That code is incorrect.");
        assertThat(Mailbox.of("member@example.com")).hasSize(mails);
        assertThat(LoginBrowser.isSignedIn(login.atLogin().signIn("held-c", TestRealm.PASSWORD)))
                .isFalse();
    }

    /**
     * Orders of the pages of one tab; the pages must be the same for an address that is taken and for one that is free.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name form code resend",
                "name code-method form code login name form code",
                "form login name code-method form code",
                "name recover form code recover code",
                "form form form",
                "name-other form code login code-method code",
                "form back form code again",
                "own code name code-method code own code",
                "form other form code resend",
                "form code other again code",
                "form other login name code-method code form code",
                "own other own code",
                "name own code resend recover code"
            })
    void everyOrderOfThePagesOfATabIsTheSame(String order) {
        int round = ++number;

        List<String> taken = walk(order, "walk-t" + round, "member@example.com");
        List<String> free = walk(order, "walk-f" + round, "frees" + round + "@example.com");

        assertThat(taken).isEqualTo(free);
    }

    private List<String> walk(String order, String name, String email) {
        List<String> pages = new ArrayList<>();
        Browser browser = login.atLogin();
        int step = 0;
        for (String what : order.split(" ")) {
            step++;
            switch (what) {
                case "name" -> identify(show(browser, "authenticate"), email);
                case "name-other" -> identify(show(browser, "authenticate"), "member");
                case "code-method" ->
                    browser = browser.pageId().equals("login-login-password")
                            ? browser.otherMethod(LoginBrowser.CODE_METHOD)
                            : browser;
                case "recover" -> show(browser, "reset-credentials");
                case "form" -> fill(show(browser, "registration"), name, email);
                case "again" -> fill(show(browser, "registration"), name + "-2", email);
                case "own" -> fill(show(browser, "registration"), email, email);
                case "code" ->
                    browser = browser.shows("code")
                            ? browser.type("code", "00000" + step % 10).click("kc-login")
                            : browser;
                case "other" ->
                    browser = browser.shows("encvoy-other-address") ? browser.click("encvoy-other-address") : browser;
                case "resend" -> browser = browser.submit("encvoy-code-form", Map.of("resend", "on"));
                case "login", "back" -> show(browser, "authenticate");
                default -> throw new IllegalArgumentException(what);
            }
            pages.add(what + "\n" + browser.pageId() + "\n"
                    + essence(browser, name, email).replace("wait", ""));
        }
        browser.close();
        return pages.stream()
                .map(page -> page.replaceAll("\\d+ seconds", "seconds"))
                .toList();
    }

    private static void identify(Browser browser, String name) {
        if (browser.asksWhoItIs()) {
            browser.identify(name);
        }
    }

    private static void fill(Browser browser, String name, String email) {
        if (browser.pageId().equals("login-register")) {
            register(browser, name, email);
        }
    }

    private Browser show(Browser browser, String path) {
        String action = browser.html().getForms().get(0).getActionAttribute();
        String query = action.replaceFirst(".*\\?", "").replaceAll("(session_code|execution)=[^&]*&?", "");
        return browser.open(server.at("/realms/secrecy/login-actions/" + path + "?" + query));
    }

    @Test
    void whoWasNamedAtTheLoginGetsNoMailOfTheRegistration() {
        realm.person("named");
        Browser browser = show(login.atLogin().identify("named"), "registration");
        register(browser, "honest", "honest@example.com");
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");

        browser.type("code", Mailbox.await("honest@example.com", 1).code()).click("kc-login");

        assertThat(browser.pageId()).as(browser.text()).isEqualTo("login-login-update-password");
        assertThat(Mailbox.of("named@example.com")).isEmpty();

        Browser stranger = show(login.atLogin().identify("named"), "registration");
        register(stranger, "stranger-n", "member@example.com");
        assertThat(stranger.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(Mailbox.of("named@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"member@example.com", "Member@Example.com", "absent@example.com"})
    void anAddressAsUserNameIsRefusedWhoeverHasIt(String name) {
        Browser browser = register(atForm(login.atLogin()), name, "own-" + ++number + "@example.com");

        assertThat(browser.pageId()).isEqualTo("login-register");
        assertThat(browser.text())
                .contains("A username must not look like an email address unless it is your own.")
                .doesNotContain("already exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+491701112223", "+491709999999", "01701112223", "0170-9999999", "+1"})
    void aPhoneNumberAsUserNameIsRefusedWhoeverHasIt(String name) {
        Browser browser = register(atForm(login.atLogin()), name, "phone-" + ++number + "@example.com");

        assertThat(browser.pageId()).isEqualTo("login-register");
        assertThat(browser.text()).containsAnyOf("A username must not look like a phone number.", "Length must be");
    }

    @Test
    void oneOwnAddressMayBeTheUserName() {
        Browser free = register(atForm(login.atLogin()), "Mine@example.com", "mine@example.com");
        Browser taken = register(atForm(login.atLogin()), "member@example.com", "member@example.com");

        assertThat(ownEssence(free, "Mine@example.com", "mine@example.com"))
                .isEqualTo(ownEssence(taken, "member@example.com", "member@example.com"));
        assertThat(user("mine@example.com")).isNotNull();
        assertThat(user("member@example.com")).isNull();
        Browser again = register(atForm(login.atLogin()), "mine@example.com", "mine@example.com");
        assertThat(ownEssence(again, "mine@example.com", "mine@example.com"))
                .isEqualTo(ownEssence(taken, "member@example.com", "member@example.com"));
    }

    /** The page shows the address that was typed, which is the name here. */
    private static String ownEssence(Browser browser, String name, String email) {
        return essence(browser, name, email).replace("{email}", "{typed}");
    }

    @Test
    void aPhoneNumberThatIsTheUserNameOfSomebodyIsDropped() {
        String legacy = realm.person("legacy");
        realm.admin().users().get(legacy).remove();
        UserRepresentation old = new UserRepresentation();
        old.setUsername("+491705556667");
        old.setEnabled(true);
        TestRealm lenient = TestRealm.copy(server, "secrecy-lenient", copy -> copy.setUsers(List.of(old)));
        LoginBrowser browsers = new LoginBrowser(server, lenient);
        Browser browser = browsers.atLogin();
        browser.open(server.at(browser.html().getAnchorByText("Create account").getHrefAttribute()));

        register(browser, "phoner", "phoner@example.com", "phone_number", "+491705556667");

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(lenient.admin()
                        .users()
                        .searchByUsername("phoner", true)
                        .get(0)
                        .getAttributes())
                .isNull();
    }

    @Test
    void anExactUserNameWinsAtTheLogin() {
        UserRepresentation named = new UserRepresentation();
        named.setUsername("twice@example.com");
        named.setEnabled(true);
        UserRepresentation addressed = new UserRepresentation();
        addressed.setUsername("addressed");
        addressed.setEmail("twice@example.com");
        addressed.setEmailVerified(true);
        addressed.setEnabled(true);
        TestRealm old = TestRealm.copy(server, "secrecy-old", copy -> copy.setUsers(List.of(named, addressed)));
        LoginBrowser browsers = new LoginBrowser(server, old);
        String id = old.admin()
                .users()
                .searchByUsername("twice@example.com", true)
                .get(0)
                .getId();

        browsers.atLogin().signIn("twice@example.com", "wrong").close();

        assertThat(old.event(org.keycloak.events.EventType.LOGIN_ERROR, id).getUserId())
                .isEqualTo(id);
    }

    @Test
    void administratorsAreToldToo() {
        UserRepresentation user = new UserRepresentation();
        user.setUsername("someone@example.org");
        user.setEmail("other@example.org");
        user.setEnabled(true);
        try (var response = realm.admin().users().create(user)) {
            assertThat(response.getStatus()).isEqualTo(400);
        }
        user.setEmail("someone@example.org");
        try (var response = realm.admin().users().create(user)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }
}
