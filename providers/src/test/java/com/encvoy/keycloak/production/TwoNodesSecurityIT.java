package com.encvoy.keycloak.production;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.Application.Answer;
import com.encvoy.keycloak.server.Cluster;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.TestRealm;

import static org.assertj.core.api.Assertions.assertThat;

/** State in stores: consecutive requests go to different nodes, and both have the same state. */
@OwnServer
@WithDistribution
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesSecurityIT {

    private static final String WIKI = "https://wiki.example.com/login";
    private static final String SECRET = "secret-of-the-wiki-for-tests";
    private static final String CODE_METHOD = "Code by email";
    private static final String STRANGER = "198.51.100.1";
    private static final String OWNER = "203.0.113.9";

    private final Cluster cluster;
    private TestRealm realm;

    TwoNodesSecurityIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeAll
    void makeRealm() {
        Map<String, String> limits =
                Map.of("max_mails_per_hour", "3", "max_mails_per_source", "20", "max_wrong_per_day", "10");
        realm = TestRealm.copy(cluster, "two-nodes-security", copy -> {
            copy.setBruteForceProtected(false);
            TestRealm.options(copy, "encvoy-email-code", limits);
            copy.getRequiredActions().stream()
                    .filter(action -> action.getAlias().equals("encvoy-verify-email"))
                    .forEach(action -> action.setConfig(limits));
        });
        realm.application("wiki", SECRET, WIKI);
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.admin().clients().get(cli.getId()).update(cli);
    }

    private Browser atLogin(Browser browser) {
        return browser.open(realm.authorization("wiki", WIKI, ""));
    }

    private Browser atCode(String source, String name) {
        return atLogin(new Browser(cluster.url()).reading("en").from(source))
                .identify(name)
                .otherMethod(CODE_METHOD);
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.address().toString().startsWith(WIKI + "?")
                && browser.address().getQuery().contains("code=");
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    @Test
    void aStrangerDoesNotSwitchCodesOff() {
        realm.person("flooded");
        String address = "flooded@example.com";
        for (int start = 0; start < 5; start++) {
            atCode(STRANGER, "flooded").close();
        }
        Mailbox.await(address, 3);
        assertThat(realm.event(EventType.SEND_VERIFY_EMAIL_ERROR, address).getError())
                .isEqualTo("slow_down");

        Browser owner = atCode(OWNER, "flooded");
        assertThat(isSignedIn(
                        owner.type("code", Mailbox.await(address, 4).code()).click("kc-login")))
                .as("from elsewhere")
                .isTrue();
        for (int source = 2; source < 6; source++) {
            for (int start = 0; start < 3; start++) {
                atCode("2001:db8:0:" + source + "::" + start, "flooded").close();
            }
        }
        Mailbox.await(address, 15);
        assertThat(Mailbox.of(address)).as("of all sources together").hasSize(15);
        atCode("203.0.113.10", "flooded").close();

        owner.open(cluster.at("/realms/two-nodes-security/api/oidc/session/end"))
                .click("kc-logout");
        Browser again = atLogin(owner).identify("flooded").otherMethod(CODE_METHOD);
        assertThat(isSignedIn(
                        again.type("code", Mailbox.await(address, 16).code()).click("kc-login")))
                .as("in a browser that is known")
                .isTrue();
        assertThat(Mailbox.of(address)).hasSize(16);
    }

    @Test
    void oneSourceAsksForSoManyCodesAndIsTold() {
        String source = "198.51.100.77";
        for (int start = 0; start < 20; start++) {
            atCode(source, "unknown" + start).close();
        }
        realm.person("tardy");

        Browser known = atCode(source, "tardy");
        Browser unknown = atCode(source, "absent");

        assertThat(known.text()).contains("Too many codes were requested from your network.");
        assertThat(unknown.text()).contains("Too many codes were requested from your network.");
        assertThat(Mailbox.of("tardy@example.com")).isEmpty();
        assertThat(isSignedIn(known.otherMethod("Password")
                        .type("password", TestRealm.PASSWORD)
                        .click("kc-login")))
                .isTrue();
        assertThat(atCode(OWNER, "tardy").text()).as("elsewhere").doesNotContain("Too many");
        Mailbox.await("tardy@example.com", 1);
    }

    @Test
    void manyAccountsWithOneAddressDoNotMultiplyItsMails() {
        String address = "target@example.com";
        for (int account = 0; account < 9; account++) {
            String id = realm.person("taker" + account);
            realm.change(id, user -> {
                user.setEmail(address);
                user.setEmailVerified(false);
            });
            for (int start = 0; start < 2; start++) {
                Browser browser =
                        atLogin(new Browser(cluster.url()).reading("en").from("198.51.100.2" + account));
                browser.signIn("taker" + account, TestRealm.PASSWORD).close();
            }
            realm.change(id, user -> user.setEmail("taker" + user.getUsername() + "@example.com"));
        }

        Mailbox.await(address, 15);
        assertThat(Mailbox.of(address)).hasSize(15);
    }

    @Test
    void wrongCodesOfStrangersLeaveTheOwnersBrowserSomeToItself() {
        realm.person("guessed-twice");
        Browser owner = atCode(OWNER, "guessed-twice");
        assertThat(isSignedIn(owner.type(
                                "code",
                                Mailbox.await("guessed-twice@example.com", 1).code())
                        .click("kc-login")))
                .isTrue();
        owner.open(cluster.at("/realms/two-nodes-security/api/oidc/session/end"))
                .click("kc-logout");
        for (int start = 0; start < 2; start++) {
            Browser stranger = atCode("198.51.100.9" + start, "guessed-twice");
            String code = Mailbox.await("guessed-twice@example.com", start + 2).code();
            for (int attempt = 0; attempt < 5; attempt++) {
                stranger.type("code", other(code)).click("kc-login");
            }
        }

        Browser unknown = atCode("203.0.113.44", "guessed-twice");
        assertThat(unknown.type(
                                "code",
                                Mailbox.await("guessed-twice@example.com", 4).code())
                        .click("kc-login")
                        .text())
                .contains("That code is incorrect.");
        Browser again = atLogin(owner).identify("guessed-twice").otherMethod(CODE_METHOD);
        assertThat(isSignedIn(again.type(
                                "code",
                                Mailbox.await("guessed-twice@example.com", 5).code())
                        .click("kc-login")))
                .as(again.text())
                .isTrue();
    }

    @Test
    void aLoginThatWaitsAtOneNodeEndsWithAPasswordThatIsSetAtTheOther() {
        String id = realm.person("waiting");
        realm.change(id, user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
        Browser browser = atLogin(new Browser(cluster.url()).reading("en")).signIn("waiting", TestRealm.PASSWORD);
        URI form = URI.create(browser.html().getForms().get(0).getActionAttribute());
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue("another battery for the horse");
        realm.admin().users().get(id).resetPassword(password);

        for (int node = 0; node < 2; node++) {
            browser.post(form, "email=attacker%40example.com&firstName=A&lastName=B");
            assertThat(isSignedIn(browser)).isFalse();
        }
        assertThat(realm.admin().users().get(id).toRepresentation().getEmail()).isEqualTo("waiting@example.com");
    }

    @Test
    void accessThatIsLostIsLostAtBothNodes() {
        String id = realm.person("losing");
        Browser browser = atLogin(new Browser(cluster.url()).reading("en")).signIn("losing", TestRealm.PASSWORD);
        Application wiki = Application.atKeycloakAddress(cluster, realm, "wiki", SECRET);
        Answer tokens = wiki.redeem(browser.address(), WIKI);
        assertThat(wiki.userinfo(tokens.text("access_token")).status()).isEqualTo(200);

        realm.change(id, user -> user.singleAttribute("encvoy.blocked", "wiki"));

        for (int node = 0; node < 2; node++) {
            assertThat(wiki.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
            assertThat(wiki.token("refresh_token", Map.of("refresh_token", tokens.text("refresh_token")))
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"appoint?role=USER", "block", "remove"})
    void ofTwoOwnersWhoAreTakenAtTheSameMomentOneRemains(String action) throws Exception {
        String manager = realm.person("manager");
        realm.grant(manager, "realm-management", "manage-users");
        String first = realm.person("first");
        String second = realm.person("second");
        realm.grant(first, "wiki", "OWNER");
        realm.grant(second, "wiki", "OWNER");
        try (Keycloak client = KeycloakBuilder.builder()
                .serverUrl(cluster.url().toString())
                .realm("two-nodes-security")
                .clientId("admin-cli")
                .username("manager")
                .password(TestRealm.PASSWORD)
                .build()) {
            String token = client.tokenManager().getAccessTokenString();
            CyclicBarrier start = new CyclicBarrier(2);

            List<String> answers = List.of(first, second).stream()
                    .map(owner -> CompletableFuture.supplyAsync(() -> {
                        try {
                            start.await();
                            return change(owner + "/" + action, token);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder("done", "last_owner");
        }
    }

    private String change(String change, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(cluster.at("/realms/two-nodes-security/test-members/wiki/" + change))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
