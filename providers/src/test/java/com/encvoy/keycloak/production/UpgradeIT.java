package com.encvoy.keycloak.production;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.dashboard.DashboardBrowser;
import com.encvoy.keycloak.installation.EncvoyTool;
import com.encvoy.keycloak.installation.EncvoyTool.Answer;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.Cluster;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * During an upgrade a node with the earlier release and one with this one serve the same people: what begins at one
 * ends at the other, in a realm of the earlier release and in one that has been brought up to date meanwhile.
 */
@OwnServer
@WithDistribution
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeIT {

    private static final int NEW = 0;
    private static final int OLD = Cluster.EARLIER;
    private static final String AS_RELEASED = "upgrade-as-released";
    private static final String UP_TO_DATE = "upgrade-up-to-date";

    private static final String CALLBACK = "https://wiki.example.com/login";
    private static final String NEW_PASSWORD = "a new battery for the horse";
    private static final String DENIED = "login-encvoy-access-denied";
    private static final String CODE_PAGE = "login-encvoy-email-code";

    /** An error or a stack trace, but not of nodes that greet each other. */
    private static final Pattern TROUBLE =
            Pattern.compile("^\\S+ \\S+ (?:ERROR|FATAL) +\\[(?!org\\.jgroups\\.)|^\\s+at \\S+\\(|^Caused by: ");

    private static final Pattern LINK = Pattern.compile("https://\\S+action-token\\S+");

    private final Cluster cluster;
    private final Map<Integer, Integer> read = new HashMap<>();
    private TestRealm realm;
    private Browser browser;
    private String person;
    private String id;
    private int number;

    UpgradeIT(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Where something happens.
     *
     * @param realm name of the realm
     * @param begins number of the node at which it begins
     * @param ends number of the node at which it ends
     */
    record Crossing(String realm, int begins, int ends) {

        @Override
        public String toString() {
            return realm + (begins == OLD ? ", from old to new" : ", from new to old");
        }
    }

    static Stream<Crossing> crossings() {
        return Stream.of(AS_RELEASED, UP_TO_DATE)
                .flatMap(realm -> Stream.of(new Crossing(realm, OLD, NEW), new Crossing(realm, NEW, OLD)));
    }

    @BeforeAll
    void beginUpgrade() {
        news(NEW);
        cluster.joinEarlier();
        cluster.direct(OLD);
        for (String name : List.of(AS_RELEASED, UP_TO_DATE)) {
            TestRealm made = TestRealm.copy(cluster, name, Pack.earlierRealm(), UpgradeIT::withoutMails);
            application(made, "wiki", client -> {});
            application(made, "consenting", client -> client.setConsentRequired(true));
            application(
                    made, "curious", client -> client.setAttributes(Map.of("encvoy.required_fields", "login email")));
            application(
                    made, "closed", client -> client.setAttributes(Map.of("encvoy.authorize_only_employees", "true")));
        }
        bringUpToDate();
    }

    private static void withoutMails(RealmRepresentation copy) {
        for (String mail : List.of("new_browser", "email_changed", "factor_changed", "password_changed")) {
            copy.getAttributes().put("encvoy.mail_" + mail, "false");
        }
    }

    private static void application(TestRealm realm, String clientId, Consumer<ClientRepresentation> change) {
        realm.application(clientId, "secret-of-an-application-for-tests", CALLBACK);
        ClientRepresentation client = realm.client(clientId);
        client.setName(clientId);
        change.accept(client);
        realm.admin().clients().get(client.getId()).update(client);
    }

    /** The earlier release does not know all that is installed; the run goes on where it had to stop. */
    private void bringUpToDate() {
        EncvoyTool tool = new EncvoyTool(
                cluster.url(), TestRealm.of(cluster, UP_TO_DATE).sentry("/realms/" + UP_TO_DATE + "/api/oidc"));
        Answer refused = tool.install(UP_TO_DATE, "--apply");
        assertThat(refused.exitCode()).as(refused.printed()).isEqualTo(1);
        assertThat(refused.printed()).contains("If a node of this server still runs an earlier version of the pack");

        cluster.direct(NEW);
        Answer done = tool.install(UP_TO_DATE, "--apply");
        assertThat(done.exitCode()).as(done.printed()).isZero();
        assertThat(tool.install(UP_TO_DATE).printed()).contains("Nothing to do.");
    }

    @AfterEach
    void nothingWentWrong() {
        if (browser != null) {
            browser.close();
        }
        for (int node : List.of(NEW, OLD)) {
            assertThat(news(node).lines().filter(line -> TROUBLE.matcher(line).find()))
                    .as(node == OLD ? "log of the old node" : "log of the new node")
                    .isEmpty();
        }
    }

    @AfterAll
    void endUpgrade() {
        cluster.leaveEarlier();
    }

    /** What a node has logged since the last call. */
    private String news(int node) {
        String log = cluster.log(node);
        Integer before = read.put(node, log.length());
        return log.substring(before == null ? 0 : before);
    }

    private void begin(Crossing crossing) {
        cluster.direct(crossing.begins());
        realm = TestRealm.of(cluster, crossing.realm());
        person = "uma" + ++number;
        id = realm.person(person);
        browser = new Browser(cluster.url()).reading("en");
    }

    private Browser at(String application) {
        return browser.open(realm.authorization(application, CALLBACK, ""));
    }

    private String mailedCode(int mail) {
        return Mailbox.await(person + "@example.com", mail).code();
    }

    private void assertSignedIn() {
        assertThat(browser.address().toString())
                .as(browser.pageId())
                .startsWith(CALLBACK + "?")
                .contains("code=");
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void aLoginWithPasswordItsTokensAndItsSession(Crossing crossing) {
        begin(crossing);
        Sentry sentry = new Sentry(realm.sentry("/realms/" + realm.name() + "/api/oidc"));
        SentryLogin login = sentry.startLogin();
        browser.open(login.authorizationUrl()).identify(person);
        cluster.direct(crossing.ends());
        browser.type("password", TestRealm.PASSWORD).click("kc-login");
        cluster.direct(crossing.begins());
        SentryIdentity identity = login.callback(browser.address());
        assertThat(identity.id()).isEqualTo(id);
        assertThat(identity.email()).isEqualTo(person + "@example.com");

        cluster.direct(crossing.ends());
        SentryIdentity refreshed = sentry.refresh(identity);
        sentry.confirmNewUser(refreshed);
        SentryLogin silent = sentry.startLogin();
        browser.open(URI.create(silent.authorizationUrl() + "&prompt=none"));
        cluster.direct(crossing.begins());
        assertThat(silent.callback(browser.address()).id()).isEqualTo(id);
        sentry.confirmNewUser(sentry.refresh(refreshed));

        browser.open(cluster.at("/realms/" + realm.name() + "/api/oidc/session/end"));
        cluster.direct(crossing.ends());
        browser.click("kc-logout");
        for (int node : List.of(NEW, OLD)) {
            cluster.direct(node);
            assertThat(browser.open(sentry.startLogin().authorizationUrl()).asksWhoItIs())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void aCodeByEmail(Crossing crossing) {
        begin(crossing);
        at("wiki").identify(person).otherMethod("Code by email");
        cluster.direct(crossing.ends());
        browser.type("code", mailedCode(1)).click("kc-login");

        assertSignedIn();
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void aRecovery(Crossing crossing) {
        begin(crossing);
        at("wiki").identify(person);
        browser.open(cluster.at(
                        browser.html().getAnchorByText("Recover password").getHrefAttribute()))
                .click("kc-form-buttons");
        cluster.direct(crossing.ends());
        browser.type("code", mailedCode(1)).click("kc-login");
        cluster.direct(crossing.begins());
        setPassword();
        assertSignedIn();

        cluster.direct(crossing.ends());
        try (Browser other = new Browser(cluster.url()).reading("en")) {
            other.open(realm.authorization("wiki", CALLBACK, "")).signIn(person, NEW_PASSWORD);
            assertThat(other.address().toString()).startsWith(CALLBACK);
        }
    }

    private void setPassword() {
        assertThat(browser.pageId()).isEqualTo("login-login-update-password");
        browser.submit("kc-passwd-update-form", Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void aNewPasswordThatIsRequired(Crossing crossing) {
        begin(crossing);
        realm.change(id, user -> user.setRequiredActions(List.of("UPDATE_PASSWORD")));
        at("wiki").signIn(person, TestRealm.PASSWORD);
        cluster.direct(crossing.ends());
        setPassword();

        assertSignedIn();
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void anAddressThatIsVerified(Crossing crossing) {
        begin(crossing);
        realm.change(id, user -> user.setEmailVerified(false));
        at("wiki").signIn(person, TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo(CODE_PAGE);
        cluster.direct(crossing.ends());
        browser.type("code", mailedCode(1)).click("kc-login");

        assertSignedIn();
        assertThat(user().isEmailVerified()).isTrue();
    }

    private UserRepresentation user() {
        return realm.admin().users().get(id).toRepresentation();
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void dataThatAreReleasedAndConsent(Crossing crossing) {
        begin(crossing);
        at("curious").signIn(person, TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo("login-encvoy-raise-visibility");
        cluster.direct(crossing.ends());
        browser.click("encvoy-raise");
        assertSignedIn();

        cluster.direct(crossing.begins());
        at("consenting");
        assertThat(browser.pageId()).isEqualTo("login-login-oauth-grant");
        cluster.direct(crossing.ends());
        browser.click("kc-login");
        assertSignedIn();
        cluster.direct(crossing.begins());
        at("consenting");
        assertSignedIn();
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void theGateStandsAtBoth(Crossing crossing) {
        begin(crossing);
        at("closed").signIn(person, TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo(DENIED);
        cluster.direct(crossing.ends());
        browser.close();
        browser = new Browser(cluster.url()).reading("en");
        at("closed").signIn(person, TestRealm.PASSWORD);
        assertThat(browser.pageId()).isEqualTo(DENIED);

        cluster.direct(crossing.begins());
        realm.grant(id, "closed", "USER");
        cluster.direct(crossing.ends());
        at("wiki").signIn(person, TestRealm.PASSWORD);
        at("closed");
        assertSignedIn();

        realm.change(id, user -> user.singleAttribute("encvoy.blocked", "closed"));
        cluster.direct(crossing.begins());
        at("closed");
        assertThat(browser.pageId()).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void theDashboard(Crossing crossing) {
        begin(crossing);
        realm.grant(id, "wiki", "OWNER");
        try (DashboardBrowser dashboard = new DashboardBrowser(cluster, realm, person, "applications")) {
            assertThat(dashboard.text()).contains("wiki", "Owner");
            cluster.direct(crossing.ends());
            assertThat(dashboard.open("applications").text()).contains("wiki", "Owner");
            for (String page : List.of("", "profile", "security", "applications")) {
                cluster.direct(crossing.begins());
                dashboard.open(page);
                cluster.direct(crossing.ends());
                assertThat(dashboard.open(page).status()).as(page).isLessThan(500);
            }
            assertThat(dashboard.text()).contains("wiki", "Owner");

            String text = "Written for " + person;
            cluster.direct(crossing.begins());
            dashboard.open("applications/" + realm.client("wiki").getId() + "/settings");
            cluster.direct(crossing.ends());
            assertThat(dashboard.send(Map.of("description", text)).status())
                    .as(dashboard.text())
                    .isEqualTo(200);
            assertThat(realm.client("wiki").getDescription()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void aRegistration(Crossing crossing) {
        begin(crossing);
        person = "new-" + person;
        at("wiki");
        browser.open(cluster.at(browser.html().getAnchorByText("Create account").getHrefAttribute()));
        cluster.direct(crossing.ends());
        browser.submit(
                "kc-register-form",
                Map.of("username", person, "email", person + "@example.com", "firstName", "N", "lastName", "C"));
        assertThat(browser.pageId()).isEqualTo(CODE_PAGE);
        cluster.direct(crossing.begins());
        browser.type("code", mailedCode(1)).click("kc-login");
        cluster.direct(crossing.ends());
        setPassword();

        assertSignedIn();
    }

    @Test
    void aNewAddressIsAskedForAgainAtAnOldNode() {
        begin(new Crossing(UP_TO_DATE, NEW, OLD));
        String address = person + "@example.org";
        at("wiki").signIn(person, TestRealm.PASSWORD);
        browser.open(realm.authorization("wiki", CALLBACK, "&kc_action=UPDATE_EMAIL"))
                .type("email", address)
                .click("kc-submit");
        assertThat(browser.pageId()).isEqualTo(CODE_PAGE);
        String code = Mailbox.await(address, 1).code();
        cluster.direct(OLD);
        browser.type("code", code).click("kc-login");
        assertThat(browser.pageId()).isEqualTo("login-update-email");
        assertThat(user().getEmail()).isEqualTo(person + "@example.com");

        cluster.direct(NEW);
        browser.type("email", address).click("kc-submit");
        browser.type("code", code).click("kc-login");
        assertSignedIn();
        assertThat(user().getEmail()).isEqualTo(address);
    }

    @Test
    void theLinkToANewAddressIsMailedByAnOldNodeAndFollowedAtANewOne() {
        begin(new Crossing(UP_TO_DATE, OLD, NEW));
        String address = person + "@example.org";
        at("wiki").signIn(person, TestRealm.PASSWORD);
        browser.open(realm.authorization("wiki", CALLBACK, "&kc_action=UPDATE_EMAIL"))
                .type("email", address)
                .click("kc-submit");
        Matcher link = LINK.matcher(Mailbox.await(address, 1).text());
        assertThat(link.find()).isTrue();
        cluster.direct(NEW);
        browser.open(URI.create(link.group()));

        assertThat(browser.status()).isEqualTo(200);
        assertThat(user().getEmail()).as(browser.text()).isEqualTo(address);
    }

    @Test
    void anOldNodeHasKeycloaksAccountConsole() {
        begin(new Crossing(UP_TO_DATE, OLD, NEW));
        assertThat(browser.open(cluster.at("/realms/" + UP_TO_DATE + "/account"))
                        .status())
                .isEqualTo(200);
        assertThat(news(OLD)).contains("Failed to find ACCOUNT theme encvoy, using built-in themes");
    }

    @Test
    void anAccountThatIsToBeDeletedIsRestoredAtANewNodeOnly() {
        begin(new Crossing(UP_TO_DATE, NEW, OLD));
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
        realm.change(id, user -> user.singleAttribute("encvoy.delete_after", day));
        cluster.direct(OLD);
        at("wiki").signIn(person, TestRealm.PASSWORD);
        assertThat(browser.address().toString()).doesNotStartWith(CALLBACK);
        assertThat(news(OLD)).contains("Unable to find factory for Required Action: encvoy-restore-account");

        cluster.direct(NEW);
        at("wiki");
        if (browser.asksWhoItIs()) {
            browser.signIn(person, TestRealm.PASSWORD);
        }
        assertThat(browser.pageId()).isEqualTo("login-encvoy-restore-account");
        browser.click("encvoy-restore");
        assertSignedIn();
    }
}
