package com.encvoy.keycloak.production;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.IdentityNotValid;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryFailure;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.Cluster;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Consecutive requests go to different nodes. */
@OwnServer
@WithDistribution
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private final Cluster cluster;
    private TestRealm realm;
    private Sentry sentry;
    private Browser browser;
    private String person;
    private int number;

    TwoNodesIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeAll
    void start() {
        realm = TestRealm.imported(cluster);
        sentry = new Sentry(realm.sentry("/api/oidc"));
    }

    @BeforeEach
    void createPerson() {
        person = "tina" + ++number;
        realm.person(person);
        browser = new Browser(cluster.url()).reading("en");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aLoginWithPasswordIsServedByBoth() {
        List<Integer> before = served();

        assertThat(signIn().email()).isEqualTo(person + "@example.com");

        assertThat(served().get(0)).as("requests served by the first node").isGreaterThan(before.get(0));
        assertThat(served().get(1)).as("requests served by the second node").isGreaterThan(before.get(1));
    }

    @Test
    void aCodeIsAskedForAtOneNodeAndTypedAtTheOther() {
        SentryLogin login = sentry.startLogin();
        browser.open(login.authorizationUrl()).identify(person).otherMethod("Code by email");
        String code = mailedCode();
        browser.type("code", code).click("kc-login");

        assertThat(login.callback(browser.address()).email()).isEqualTo(person + "@example.com");
    }

    @Test
    void theNextLoginIsSilentAndTheChooserKnowsWhoIsSignedIn() {
        signIn();

        SentryLogin silent = sentry.startLogin();
        assertThat(silent.callback(browser.open(silent.authorizationUrl()).address())
                        .email())
                .isEqualTo(person + "@example.com");

        browser.open(URI.create(sentry.startLogin().authorizationUrl() + "&prompt=select_account"));
        assertThat(browser.text()).contains("Ada Lovelace");
        browser.click("encvoy-continue");
        assertThat(browser.address().toString()).startsWith(TestRealm.SENTRY_URL);
    }

    @Test
    void refreshesGoOnAndEndWithTheSession() {
        SentryIdentity identity = sentry.refresh(sentry.refresh(signIn()));

        realm.admin().users().get(identity.id()).revokeConsent("error-tracker");
        SentryIdentity last = identity;
        assertThatThrownBy(() -> sentry.refresh(last)).isInstanceOf(IdentityNotValid.class);
    }

    @Test
    void aLogoutAtOneNodeIsALogoutAtTheOther() {
        signIn();

        browser.open(cluster.at("/api/oidc/session/end")).click("kc-logout");

        assertThat(browser.open(sentry.startLogin().authorizationUrl()).asksWhoItIs())
                .isTrue();
        assertThat(browser.open(sentry.startLogin().authorizationUrl()).asksWhoItIs())
                .as("at the other node")
                .isTrue();
    }

    @Test
    void aCodeOfTheLoginWorksOnceInTheWholeCluster() {
        SentryLogin login = sentry.startLogin();
        URI answer = browser.open(login.authorizationUrl())
                .signIn(person, TestRealm.PASSWORD)
                .address();
        login.callback(answer);

        assertThatThrownBy(() -> login.callback(answer)).isInstanceOf(SentryFailure.class);
        assertThatThrownBy(() -> login.callback(answer)).as("at the other node").isInstanceOf(SentryFailure.class);
    }

    @Test
    void aNodeThatDiesBetweenPasswordAndCodeCostsNothing() {
        TestRealm strict = TestRealm.copy(cluster, "strict", TestRealm::codeAsSecondFactor);
        strict.person(person);
        SentryLogin login = new Sentry(strict.sentry("/realms/strict/api/oidc")).startLogin();
        browser.open(login.authorizationUrl()).signIn(person, TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-encvoy-email-code");
        String code = mailedCode();

        withoutTheNodeThatAnswered(() -> {
            browser.type("code", code).click("kc-login");
            assertThat(login.callback(browser.address()).email()).isEqualTo(person + "@example.com");
        });

        assertThat(Mailbox.of(person + "@example.com"))
                .as("no second code had to be requested")
                .hasSize(1);
    }

    @Test
    void aNodeThatDiesBetweenCodeAndTokenLosesNoLogin() {
        SentryLogin login = sentry.startLogin();
        URI answer = browser.open(login.authorizationUrl())
                .signIn(person, TestRealm.PASSWORD)
                .address();

        withoutTheNodeThatAnswered(() -> {
            assertThat(login.callback(answer).email()).isEqualTo(person + "@example.com");
            assertThatThrownBy(() -> login.callback(answer))
                    .as("the code, once more")
                    .isInstanceOf(SentryFailure.class);
        });

        assertThatThrownBy(() -> login.callback(answer))
                .as("the code, at a new node")
                .isInstanceOf(SentryFailure.class);
    }

    @Test
    void aNodeThatDiesBetweenTwoRefreshesLosesNoSession() {
        SentryIdentity identity = sentry.refresh(signIn());

        withoutTheNodeThatAnswered(() -> {
            sentry.confirmNewUser(sentry.refresh(identity));
            assertThat(browser.open(sentry.startLogin().authorizationUrl())
                            .address()
                            .toString())
                    .as("a silent login")
                    .startsWith(TestRealm.SENTRY_URL);
        });
    }

    private void withoutTheNodeThatAnswered(Runnable test) {
        int node = cluster.answeredLast();
        cluster.kill(node);
        try {
            test.run();
        } finally {
            cluster.restart(node);
        }
    }

    private SentryIdentity signIn() {
        SentryLogin login = sentry.startLogin();
        return login.callback(browser.open(login.authorizationUrl())
                .signIn(person, TestRealm.PASSWORD)
                .address());
    }

    private String mailedCode() {
        return Mailbox.await(person + "@example.com", 1).code();
    }

    private List<Integer> served() {
        return List.of(cluster.served(0), cluster.served(1));
    }
}
