package com.encvoy.keycloak.login.code;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static com.encvoy.keycloak.login.LoginBrowser.isSignedIn;
import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailCodeIT {

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;
    private int people;

    EmailCodeIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        // Wrong codes are counted by brute-force detection, which has tests of its own.
        realm = TestRealm.copy(server, "email-code", copy -> {
            copy.setFailureFactor(1000);
            copy.setQuickLoginCheckMilliSeconds(0L);
        });
        login = new LoginBrowser(server, realm);
    }

    @AfterEach
    void restoreClock() {
        server.moveClock(0);
    }

    private String newPerson() {
        String name = "code-" + ++people;
        realm.person(name);
        return name;
    }

    private static String address(String name) {
        return name + "@example.com";
    }

    @Test
    void theRightCodeSignsInWithoutAPassword() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");

        browser.type("code", Mailbox.await(address(ada), 1).code()).click("kc-login");

        assertThat(isSignedIn(browser)).isTrue();
        EventRepresentation sent = realm.event(EventType.SEND_VERIFY_EMAIL, address(ada));
        assertThat(sent.getDetails())
                .containsEntry("credential_type", "email-code")
                .containsEntry("context", "sign_in");
        assertThat(realm.event(EventType.LOGIN, ada).getDetails()).containsEntry("username", ada);
    }

    @Test
    void theMailHasCodeApplicationAndLifetimeAndNoLink() {
        String ada = newPerson();
        login.atCode(ada);

        Mailbox.Mail mail = Mailbox.await(address(ada), 1);

        assertThat(mail.code()).matches("\\d{6}");
        assertThat(mail.subject()).isEqualTo("Your code for wiki").doesNotContain(mail.code());
        assertThat(mail.text()).contains("wiki", "15 minutes");
        assertThat(mail.html()).contains(mail.code(), "15 minutes");
        assertThat(mail.all()).doesNotContain("http", "href");
    }

    @Test
    void theMailIsInTheLanguageOfThePage() {
        String ada = newPerson();
        login.atLogin().language("de").identify(ada).otherMethod("Code per E-Mail");

        assertThat(Mailbox.await(address(ada), 1).text()).contains("15 Minuten");
    }

    @Test
    void theFieldHelpsPhonesAndReadersToFindTheCode() {
        Browser browser = login.atCode(newPerson());

        var field = browser.html().getElementById("code");
        assertThat(field.getAttribute("autocomplete")).isEqualTo("one-time-code");
        assertThat(field.getAttribute("inputmode")).isEqualTo("numeric");
        assertThat(field.getAttribute("aria-describedby")).isEqualTo("encvoy-code-sent");
        assertThat(browser.html().getByXPath("//label[@for='code']")).hasSize(1);
    }

    @Test
    void aWrongCodeIsSaidOnTheSamePageAndTheRightOneStillWorks() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String code = Mailbox.await(address(ada), 1).code();

        browser.type("code", other(code)).click("kc-login");

        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        assertThat(browser.text()).contains("That code is incorrect.");
        assertThat(browser.html().getElementById("code").getAttribute("aria-invalid"))
                .isEqualTo("true");
        EventRepresentation error = realm.event(EventType.LOGIN_ERROR, ada);
        assertThat(error.getError()).isEqualTo("invalid_user_credentials");
        assertThat(error.getDetails()).containsEntry("credential_type", "email-code");
        assertThat(isSignedIn(browser.type("code", " " + code.substring(0, 3) + " " + code.substring(3))
                        .click("kc-login")))
                .isTrue();
    }

    @Test
    void anEmptyFieldIsNoAttempt() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        for (int i = 0; i < 7; i++) {
            assertThat(browser.type("code", " ").click("kc-login").text()).contains("Please enter the code.");
        }

        assertThat(isSignedIn(
                        browser.type("code", Mailbox.await(address(ada), 1).code())
                                .click("kc-login")))
                .isTrue();
    }

    @Test
    void aCodeIsValidForFifteenMinutes() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String code = Mailbox.await(address(ada), 1).code();

        server.moveClock(885);
        assertThat(browser.type("code", other(code)).click("kc-login").text()).contains("That code is incorrect.");
        server.moveClock(901);
        browser.type("code", code).click("kc-login");

        assertThat(browser.text()).contains("This code is no longer valid.");
        assertThat(realm.event(EventType.LOGIN_ERROR, ada).getError()).isEqualTo("expired_code");
        browser.click("encvoy-resend");
        assertThat(isSignedIn(
                        browser.type("code", Mailbox.await(address(ada), 2).code())
                                .click("kc-login")))
                .isTrue();
    }

    @Test
    void aCodeDiesAfterSixAttempts() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String code = Mailbox.await(address(ada), 1).code();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(browser.type("code", other(code)).click("kc-login").text())
                    .contains("That code is incorrect.");
        }
        assertThat(browser.type("code", other(code)).click("kc-login").text()).contains("Too many attempts.");

        assertThat(browser.type("code", code).click("kc-login").text()).contains("Too many attempts.");

        assertThat(realm.event(EventType.LOGIN_ERROR, ada).getDetails()).containsEntry("reason", "too_many_attempts");
        server.moveClock(31);
        browser.click("encvoy-resend");
        assertThat(isSignedIn(
                        browser.type("code", Mailbox.await(address(ada), 2).code())
                                .click("kc-login")))
                .isTrue();
    }

    @Test
    void guessesSentAtOnceWinNothing() throws Exception {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String code = Mailbox.await(address(ada), 1).code();
        String action = browser.html().getElementById("encvoy-code-form").getAttribute("action");
        String cookies = "AUTH_SESSION_ID=" + browser.cookie("AUTH_SESSION_ID") + "; KC_AUTH_SESSION_HASH="
                + browser.cookie("KC_AUTH_SESSION_HASH");
        AtomicInteger tried = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 60; i++) {
            String guess = other(code);
            pool.execute(() -> {
                String answer = new com.encvoy.keycloak.server.RawHttp(server.url())
                        .send(
                                "POST",
                                action.replaceFirst("https?://[^/]+", ""),
                                Map.of("Content-Type", "application/x-www-form-urlencoded", "Cookie", cookies),
                                "code=" + guess)
                        .body();
                if (answer.contains("That code is incorrect.") || answer.contains("Too many attempts.")) {
                    tried.incrementAndGet();
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(tried).as("guesses that were answered").hasPositiveValue();
        assertThat(realm.events(EventType.LOGIN_ERROR).stream()
                        .filter(event -> ada.equals(event.getDetails().get("username"))
                                && event.getDetails().get("reason") == null))
                .as("guesses that were looked at")
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void anotherCodeCanBeAskedForAfterThirtySecondsAndFiveTimes() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        assertThat(browser.html().getElementById("encvoy-resend-form").getAttribute("style"))
                .matches("--encvoy-wait: (30|2\\d)");
        String first = Mailbox.await(address(ada), 1).code();

        assertThat(browser.click("encvoy-resend").text()).containsPattern("Please wait \\d+ seconds");
        for (int resend = 1; resend <= 5; resend++) {
            server.moveClock(31L * resend);
            browser.click("encvoy-resend");
            Mailbox.await(address(ada), resend + 1);
        }
        assertThat(browser.shows("encvoy-resend")).isFalse();
        server.moveClock(31L * 6);
        assertThat(browser.submit("encvoy-code-form", Map.of("resend", "on")).text())
                .contains("No more codes can be sent");

        assertThat(browser.type("code", first).click("kc-login").text())
                .as("only the last code counts")
                .contains("That code is incorrect.");
        assertThat(isSignedIn(
                        browser.type("code", Mailbox.of(address(ada)).get(5).code())
                                .click("kc-login")))
                .isTrue();
        assertThat(Mailbox.of(address(ada))).hasSize(6);
    }

    @Test
    void showingThePageAgainSendsNothing() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String code = Mailbox.await(address(ada), 1).code();

        browser.language("de");
        assertThat(browser.text()).contains("Code eingeben");
        browser.language("en").reload();

        assertThat(isSignedIn(browser.type("code", code).click("kc-login"))).isTrue();
        assertThat(Mailbox.of(address(ada))).hasSize(1);
    }

    @Test
    void anotherBrowserOrTabCanNeitherUseNorSpendTheCode() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String code = Mailbox.await(address(ada), 1).code();
        Browser stranger = login.atCode(ada);
        String strangersCode = Mailbox.await(address(ada), 2).code();
        for (int attempt = 0; attempt < 6 && !code.equals(strangersCode); attempt++) {
            assertThat(isSignedIn(stranger.type("code", code).click("kc-login")))
                    .isFalse();
        }

        assertThat(isSignedIn(browser.type("code", code).click("kc-login"))).isTrue();
    }

    @Test
    void twoTabsHaveACodeEach() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String firstTab = browser.html().getElementById("encvoy-code-form").getAttribute("action");
        String first = Mailbox.await(address(ada), 1).code();
        login.open(browser, "&state=second").identify(ada).otherMethod(LoginBrowser.CODE_METHOD);
        String second = Mailbox.await(address(ada), 2).code();

        if (!first.equals(second)) {
            assertThat(browser.type("code", first).click("kc-login").text()).contains("That code is incorrect.");
        }
        assertThat(isSignedIn(browser.type("code", second).click("kc-login"))).isTrue();

        browser.post(java.net.URI.create(firstTab), "code=" + first);
        assertThat(browser.status()).as("the first tab is told, not broken").isLessThan(500);
        assertThat(browser.address().toString()).doesNotContain("error=");
    }

    @Test
    void aCodeThatWasUsedIsSpent() {
        String ada = newPerson();
        Browser browser = login.atCode(ada);
        String action = browser.html().getElementById("encvoy-code-form").getAttribute("action");
        String code = Mailbox.await(address(ada), 1).code();
        browser.type("code", code).click("kc-login");
        String answer = browser.address().toString();

        browser.post(java.net.URI.create(action), "code=" + code);

        assertThat(browser.address().toString())
                .as("the back button and a second submit give no second answer")
                .isNotEqualTo(answer);
        assertThat(browser.address().toString()).doesNotStartWith(LoginBrowser.WIKI + "?code");
    }

    @Test
    void anAddressThatIsNotVerifiedGetsNoCodeToSignInWith() {
        String name = newPerson();
        realm.change(
                realm.admin().users().searchByUsername(name, true).get(0).getId(),
                user -> user.setEmailVerified(false));

        Browser browser = login.atCode(name);

        assertThat(browser.text()).contains("If " + name + " belongs to an account");
        assertThat(browser.type("code", "000000").click("kc-login").text()).contains("That code is incorrect.");
        assertThat(Mailbox.of(address(name))).isEmpty();
    }

    @Test
    void aMailboxIsNotFlooded() {
        String ada = newPerson();
        for (int start = 0; start < 22; start++) {
            login.atCode(ada).close();
        }

        Mailbox.await(address(ada), 20);
        EventRepresentation refused = realm.event(EventType.SEND_VERIFY_EMAIL_ERROR, address(ada));
        assertThat(refused.getError()).isEqualTo("slow_down");
        assertThat(Mailbox.of(address(ada))).hasSize(20);
    }

    @Test
    void aCodeThatWasNotMailedIsNeverRightAndGuessesAreCountedOverAllLogins() {
        TestRealm strict = TestRealm.copy(server, "email-code-strict", copy -> {
            copy.setBruteForceProtected(false);
            TestRealm.options(copy, "encvoy-email-code", Map.of("max_wrong_per_day", "10"));
        });
        LoginBrowser strangers = new LoginBrowser(server, strict);
        strict.person("guessed");
        for (int start = 0; start < 2; start++) {
            Browser stranger = strangers.atCode("guessed");
            String code = Mailbox.await("guessed@example.com", start + 1).code();
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(stranger.type("code", other(code)).click("kc-login").text())
                        .contains("That code is incorrect.");
            }
        }

        Browser browser = strangers.atCode("guessed");
        String code = Mailbox.await("guessed@example.com", 3).code();
        assertThat(browser.type("code", code).click("kc-login").text()).contains("That code is incorrect.");
        assertThat(isSignedIn(browser.otherMethod("Password")
                        .type("password", TestRealm.PASSWORD)
                        .click("kc-login")))
                .isTrue();
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }
}
