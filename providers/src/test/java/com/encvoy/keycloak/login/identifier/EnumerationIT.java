package com.encvoy.keycloak.login.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.login.LoginBrowser;
import com.encvoy.keycloak.login.Pages;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The login does not reveal who has an account. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnumerationIT {

    private static final int ROUNDS = 24;

    private final TestServer server;
    private TestRealm realm;
    private LoginBrowser login;

    EnumerationIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "enumeration", copy -> {
            // Failures are counted, as in the shipped realm, but so many of them lock no account here.
            copy.setFailureFactor(10000);
            copy.setQuickLoginCheckMilliSeconds(0L);
            // Keycloak counts in the background and may count two failures in the wrong order, which it takes for very
            // quick ones.
            copy.setMinimumQuickLoginWaitSeconds(0);
            TestRealm.options(
                    copy, "encvoy-email-code", Map.of("max_mails_per_hour", "100", "max_wrong_per_day", "1000"));
        });
        login = new LoginBrowser(server, realm);
        realm.person("known", user -> user.singleAttribute("phone_number", "+491701234567"));
        realm.person("sleeping", user -> user.setEnabled(false));
        String mute = realm.person("addressless", user -> user.setEmail(""));
        assertThat(mute).isNotEmpty();
        String bare = realm.person("passwordless");
        realm.admin()
                .users()
                .get(bare)
                .credentials()
                .forEach(credential -> realm.admin().users().get(bare).removeCredential(credential.getId()));
    }

    /** Every page of a login with a name, a wrong password, and wrong codes. */
    private List<String> walk(String name) {
        List<String> pages = new ArrayList<>();
        Browser browser = login.atLogin().identify(name);
        pages.add(browser.status() + Pages.essence(browser.source(), name));
        browser.type("password", "wrong").click("kc-login");
        pages.add(browser.status() + Pages.essence(browser.source(), name));
        browser.otherMethod(LoginBrowser.CODE_METHOD);
        pages.add(browser.status() + Pages.essence(browser.source(), name));
        for (int attempt = 0; attempt < 7; attempt++) {
            browser.type("code", "00000" + attempt).click("kc-login");
            pages.add(browser.status() + Pages.essence(browser.source(), name));
        }
        browser.click("encvoy-resend");
        pages.add(browser.status() + Pages.essence(browser.source(), name).replaceAll("wait \\d+ seconds", "wait"));
        browser.close();
        return pages;
    }

    /** Every page of a password recovery. */
    private List<String> recover(String name) {
        List<String> pages = new ArrayList<>();
        Browser browser = login.atLogin().identify(name);
        browser.open(
                server.at(browser.html().getAnchorByText("Recover password").getHrefAttribute()));
        pages.add(browser.status() + Pages.essence(browser.source(), name));
        browser.type("username", name).click("kc-form-buttons");
        pages.add(browser.status() + Pages.essence(browser.source(), name));
        browser.type("code", "000000").click("kc-login");
        pages.add(browser.status() + Pages.essence(browser.source(), name));
        browser.close();
        return pages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"known", "known@example.com", "+491701234567", "sleeping", "addressless", "passwordless"})
    void knownAndUnknownPeopleSeeTheSameBytes(String name) {
        assertThat(walk(name)).isEqualTo(walk("x".repeat(name.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"known", "known@example.com", "sleeping", "addressless", "passwordless"})
    void theRecoveryTellsNothingEither(String name) {
        assertThat(recover(name)).isEqualTo(recover("y".repeat(name.length())));
    }

    /**
     * Mails and the counting of failures come after the answer; the work before it is the same, operation by operation.
     */
    @ParameterizedTest
    @ValueSource(strings = {"known", "known@example.com", "+491701234567", "sleeping", "addressless", "passwordless"})
    void knownAndUnknownPeopleTakeTheSameWork(String name) {
        assertThat(work(name)).isEqualTo(work("z".repeat(name.length())));
    }

    private List<String> work(String name) {
        List<String> work = new ArrayList<>();
        Browser browser = login.atLogin();
        server.storeOperations();
        browser.identify(name);
        work.add("name\n" + server.storeOperations());
        browser.type("password", "wrong").click("kc-login");
        work.add("password\n" + server.storeOperations());
        browser.otherMethod(LoginBrowser.CODE_METHOD);
        work.add("first code\n" + server.storeOperations());
        for (int attempt = 0; attempt < 7; attempt++) {
            browser.type("code", "11111" + attempt).click("kc-login");
            work.add("wrong code " + attempt + "\n" + server.storeOperations());
        }
        browser.close();
        return work;
    }

    @Test
    void namesTakeTheSameTime() {
        assertSameTime(name -> timed(login.atLogin(), browser -> browser.identify(name)));
    }

    @Test
    void wrongPasswordsTakeTheSameTime() {
        assertSameTime(name -> timed(
                login.atLogin().identify(name),
                browser -> browser.type("password", "wrong").click("kc-login")));
    }

    @Test
    void sendingACodeTakesTheSameTime() {
        assertSameTime(name ->
                timed(login.atLogin().identify(name), browser -> browser.otherMethod(LoginBrowser.CODE_METHOD)));
    }

    private static long timed(Browser browser, Function<Browser, Browser> step) {
        long start = System.nanoTime();
        var unused = step.apply(browser);
        long time = System.nanoTime() - start;
        browser.close();
        return time;
    }

    /**
     * Interleaved rounds; the medians must lie closer to each other than either sample spreads. Not a limit on speed:
     * noise of the machine widens the allowed range.
     */
    private void assertSameTime(Function<String, Long> step) {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int round = -4; round < ROUNDS; round++) {
            long first = step.apply("known");
            long second = step.apply("unknown" + round);
            if (round >= 0) {
                known.add(first);
                unknown.add(second);
            }
        }
        known.sort(null);
        unknown.sort(null);
        long difference = Math.abs(known.get(ROUNDS / 2) - unknown.get(ROUNDS / 2));
        long spread = Math.max(spread(known), spread(unknown));
        assertThat(difference).as("known %s, unknown %s", known, unknown).isLessThan(spread);
    }

    private static long spread(List<Long> sorted) {
        return sorted.get(ROUNDS * 9 / 10) - sorted.get(ROUNDS / 10);
    }
}
