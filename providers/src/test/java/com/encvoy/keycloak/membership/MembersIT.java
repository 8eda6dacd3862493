package com.encvoy.keycloak.membership;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.IdentityNotValid;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryIdentity;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The use cases of members and owners, called with access tokens. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersIT {

    private static final String SENTRY = "error-tracker";

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Keycloak> clients = new ArrayList<>();
    private TestRealm realm;
    private String owner;
    private String member;
    private int number;

    MembersIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "members", copy -> {});
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.admin().clients().get(cli.getId()).update(cli);
    }

    @BeforeEach
    void people() {
        number++;
        owner = realm.person("owner" + number);
        realm.grant(owner, SENTRY, "OWNER");
        member = realm.person("member" + number);
        realm.grant(member, SENTRY, "USER");
    }

    @AfterEach
    void signOut() {
        clients.forEach(Keycloak::close);
        clients.clear();
        // An owner who is left would keep the next test from having a last one.
        realm.admin().users().delete(owner).close();
    }

    private String token(String username) {
        Keycloak client = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm("members")
                .clientId("admin-cli")
                .username(username)
                .password(TestRealm.PASSWORD)
                .build();
        clients.add(client);
        return client.tokenManager().getAccessTokenString();
    }

    private String ownersToken() {
        return token("owner" + number);
    }

    private String send(String method, String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at("/realms/members/test-members/" + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token);
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isIn(200, 204);
        return response.body();
    }

    private String change(String userId, String action, String token) throws Exception {
        return send("POST", SENTRY + "/" + userId + "/" + action, token);
    }

    private Sentry sentry() {
        return new Sentry(realm.sentry("/realms/members/api/oidc"));
    }

    private Browser browser() {
        return new Browser(server.url()).reading("en");
    }

    private SentryIdentity signIn(Browser browser, String username) {
        SentryLogin login = sentry().startLogin();
        return login.callback(browser.open(login.authorizationUrl())
                .signIn(username, TestRealm.PASSWORD)
                .address());
    }

    private ClientResource client() {
        return realm.admin().clients().get(realm.client(SENTRY).getId());
    }

    private List<AdminEventRepresentation> events(String userId) {
        return realm.admin().getAdminEvents().stream()
                .filter(event -> ("applications/" + SENTRY + "/members/" + userId).equals(event.getResourcePath()))
                .toList();
    }

    private void assertNoSessionIsLeft(SentryIdentity identity) {
        assertThatThrownBy(() -> sentry().refresh(identity)).isInstanceOf(IdentityNotValid.class);
        assertThat(client().getUserSessions(0, 100)).noneMatch(session -> member.equals(session.getUserId()));
        assertThat(client().getOfflineUserSessions(0, 100)).noneMatch(session -> member.equals(session.getUserId()));
    }

    @Test
    void aBlockEndsTheSessionsAndKeepsThePersonOut() throws Exception {
        Browser browser = browser();
        SentryIdentity identity = sentry().refresh(signIn(browser, "member" + number));

        assertThat(change(member, "block", ownersToken())).isEqualTo("done");

        assertNoSessionIsLeft(identity);
        assertThat(realm.roles(member, SENTRY)).containsExactly("USER", "encvoy.blocked");
        assertThat(realm.event(EventType.LOGOUT, member).getDetails()).containsEntry("reason", "blocked");
        assertThat(browser.open(sentry().startLogin().authorizationUrl()).pageId())
                .isEqualTo("login-encvoy-access-denied");
        assertThat(events(member)).singleElement().satisfies(event -> {
            assertThat(event.getResourceType()).isEqualTo("ENCVOY_MEMBER");
            assertThat(event.getOperationType()).isEqualTo("UPDATE");
            assertThat(event.getAuthDetails().getUserId()).isEqualTo(owner);
        });

        assertThat(change(member, "unblock", ownersToken())).isEqualTo("done");
        assertThat(signIn(browser(), "member" + number).email()).isEqualTo("member" + number + "@example.com");
    }

    @Test
    void sessionsEndAtThisApplicationOnly() throws Exception {
        Browser browser = browser();
        SentryIdentity identity = signIn(browser, "member" + number);

        assertThat(change(member, "end", ownersToken())).isEqualTo("done");

        assertNoSessionIsLeft(identity);
        SentryLogin silent = sentry().startLogin();
        assertThat(silent.callback(browser.open(silent.authorizationUrl()).address())
                        .email())
                .as("the browser is still signed in, and the member still one")
                .isEqualTo("member" + number + "@example.com");
    }

    @Test
    void aRemovedMemberHasNeitherRoleNorSessionNorConsent() throws Exception {
        ClientRepresentation asking = realm.client(SENTRY);
        asking.setConsentRequired(true);
        client().update(asking);
        try {
            SentryLogin login = sentry().startLogin();
            SentryIdentity identity = login.callback(browser()
                    .open(login.authorizationUrl())
                    .signIn("member" + number, TestRealm.PASSWORD)
                    .click("kc-login")
                    .address());
            assertThat(realm.admin().users().get(member).getConsents()).isNotEmpty();

            assertThat(change(member, "remove", ownersToken())).isEqualTo("done");

            assertNoSessionIsLeft(identity);
            assertThat(realm.roles(member, SENTRY)).isEmpty();
            assertThat(realm.admin().users().get(member).getConsents()).isEmpty();
            assertThat(events(member))
                    .extracting(AdminEventRepresentation::getOperationType)
                    .containsExactly("DELETE");
        } finally {
            asking.setConsentRequired(false);
            client().update(asking);
        }
    }

    @Test
    void whoLosesARoleThatTheApplicationAsksForIsSignedOut() throws Exception {
        realm.grant(member, SENTRY, "EDITOR");
        realm.settings(SENTRY, Map.of("encvoy.authorize_only_admins", "true"));
        try {
            SentryIdentity identity = signIn(browser(), "member" + number);

            assertThat(change(member, "appoint?role=USER", ownersToken())).isEqualTo("done");

            assertNoSessionIsLeft(identity);
        } finally {
            realm.settings(SENTRY, Map.of("encvoy.authorize_only_admins", "false"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void ofTwoOwnersWhoStepDownAtTheSameMomentOneRemains(int round) throws Exception {
        String other = realm.person("other");
        realm.grant(other, SENTRY, "OWNER");
        String first = ownersToken();
        String second = token("other");
        CyclicBarrier start = new CyclicBarrier(2);

        List<String> answers = Stream.of(
                        CompletableFuture.supplyAsync(() -> stepDown(owner, first, start)),
                        CompletableFuture.supplyAsync(() -> stepDown(other, second, start)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).as("round %d", round).containsExactlyInAnyOrder("done", "last_owner");
        assertThat(send("GET", SENTRY + "/owners", first)).isEqualTo("1");
        realm.admin().users().delete(other).close();
    }

    private String stepDown(String userId, String token, CyclicBarrier start) {
        try {
            start.await();
            return change(userId, "appoint?role=EDITOR", token);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAdministratorMayDoWhatKeycloakPermits() throws Exception {
        String manager = realm.person("manager");
        realm.grant(manager, "realm-management", "manage-users");
        String viewer = realm.person("viewer");
        realm.grant(viewer, "realm-management", "view-users");
        String stranger = realm.person("stranger", user -> user.singleAttribute("locale", "de"));
        int mails = Mailbox.of("stranger@example.com").size();
        int mailsToOther = Mailbox.of("owner" + number + "@example.com").size();

        assertThat(change(stranger, "appoint?role=OWNER", token("viewer"))).isEqualTo("not_a_member");
        assertThat(change(member, "appoint?role=EDITOR", token("viewer"))).isEqualTo("not_permitted");
        assertThat(change(stranger, "appoint?role=OWNER", token("manager"))).isEqualTo("done");

        assertThat(realm.roles(stranger, SENTRY)).containsExactly("OWNER");
        Mailbox.Mail mail = Mailbox.await("stranger@example.com", mails + 1);
        assertThat(mail.subject()).isEqualTo("Neuer Eigentümer von Sentry");
        assertThat(mail.text()).contains("Sie sind jetzt Eigentümer von Sentry.", "Ernannt von: Ada Lovelace", "UTC");
        Mailbox.Mail toOther = Mailbox.await("owner" + number + "@example.com", mailsToOther + 1);
        assertThat(toOther.text()).contains("Ada Lovelace is now an owner of Sentry.", "Appointed by: Ada Lovelace");
        assertThat(send("POST", "realm-management/" + stranger + "/appoint?role=OWNER", token("manager")))
                .isEqualTo("not_an_application");
        realm.admin().users().delete(stranger).close();
    }

    @Test
    void rolesThatContainOthersAreOutOfReach() throws Exception {
        ClientRepresentation management = realm.client("realm-management");
        RoleRepresentation powerful = realm.admin()
                .clients()
                .get(management.getId())
                .roles()
                .get("manage-users")
                .toRepresentation();
        realm.grant(member, SENTRY, "EDITOR");
        realm.revoke(member, SENTRY, "EDITOR");
        client().roles().get("EDITOR").addComposites(List.of(powerful));
        try {
            assertThat(change(member, "appoint?role=EDITOR", ownersToken())).isEqualTo("composite_role");
            assertThat(realm.roles(member, SENTRY)).containsExactly("USER");
        } finally {
            client().roles().get("EDITOR").deleteComposites(List.of(powerful));
        }
    }

    @Test
    void aRoleOfAGroupIsLeftToAdministrators() throws Exception {
        GroupRepresentation group = new GroupRepresentation();
        group.setName("staff" + number);
        String id = CreatedResponseUtil.getCreatedId(realm.admin().groups().add(group));
        realm.grant(member, SENTRY, "EDITOR");
        realm.revoke(member, SENTRY, "EDITOR");
        realm.admin()
                .groups()
                .group(id)
                .roles()
                .clientLevel(realm.client(SENTRY).getId())
                .add(List.of(client().roles().get("EDITOR").toRepresentation()));
        realm.admin().users().get(member).joinGroup(id);

        assertThat(change(member, "appoint?role=USER", ownersToken())).isEqualTo("inherited_role");
        assertThat(change(member, "remove", ownersToken())).isEqualTo("inherited_role");
        realm.admin().groups().group(id).remove();
        assertThat(change(member, "remove", ownersToken())).isEqualTo("done");
    }

    @Test
    void listsArePagedAndShowWhatIsReleased() throws Exception {
        String secretive = realm.person(
                "secretive", user -> user.setAttributes(Map.of("public_profile_claims_oauth", List.of("id"))));
        realm.grant(secretive, SENTRY, "EDITOR");
        realm.grant(realm.person("second"), SENTRY, "EDITOR");

        assertThat(send("GET", SENTRY + "?role=EDITOR&first=0&max=100", ownersToken()))
                .contains("EDITOR null null null", "EDITOR null second@example.com Ada Lovelace");
        assertThat(send("GET", SENTRY + "?role=EDITOR&first=0&max=100&whole=true", ownersToken()))
                .contains("EDITOR secretive secretive@example.com Ada Lovelace");
        Set<String> pages = Set.of(
                send("GET", SENTRY + "?role=EDITOR&first=0&max=1&whole=true", ownersToken()),
                send("GET", SENTRY + "?role=EDITOR&first=1&max=1&whole=true", ownersToken()));
        assertThat(pages)
                .hasSize(2)
                .allSatisfy(page -> assertThat(page).hasLineCount(1).startsWith("EDITOR "));

        assertThat(send("GET", SENTRY + "/find?exact=secretive@example.com", ownersToken()))
                .isEmpty();
        assertThat(send("GET", SENTRY + "/find?exact=SECOND@example.com", ownersToken()))
                .isNotEmpty();
        assertThat(send("GET", SENTRY + "/find?exact=second", ownersToken())).isEmpty();
        assertThat(send("GET", SENTRY + "/find?exact=second&whole=true", ownersToken()))
                .isNotEmpty();
        realm.person("elsewhere");
        assertThat(send("GET", SENTRY + "/find?exact=elsewhere@example.com&whole=true", ownersToken()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, New client secret for Sentry, Replaced by: Ada Lovelace",
        "de, Neues Client Secret für Sentry, Ersetzt von: Ada Lovelace",
        "es, Nuevo secreto de cliente para Sentry, Sustituido por: Ada Lovelace",
        "fr, Nouveau secret client pour Sentry, Remplacé par : Ada Lovelace",
        "it, Nuovo client secret per Sentry, Sostituito da: Ada Lovelace",
        "ru, Новый секрет клиента для Sentry, Кто заменил: Ada Lovelace"
    })
    void ownersAreToldOfANewSecretInTheirLanguage(String language, String subject, String by) throws Exception {
        realm.change(owner, user -> user.singleAttribute("locale", language));
        int mails = Mailbox.of("owner" + number + "@example.com").size();

        send("POST", SENTRY + "/secret-rotated", ownersToken());

        Mailbox.Mail mail = Mailbox.await("owner" + number + "@example.com", mails + 1);
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(by, "Sentry", "UTC").doesNotContain("encvoyMail", "{0}");
        assertThat(mail.html()).contains(by, "<html lang=\"" + language + "\"").doesNotContain("encvoyMail", "{0}");
    }

    @Test
    void aDeclinedInvitationAdmitsNoOne() throws Exception {
        realm.settings(SENTRY, Map.of("encvoy.authorize_only_employees", "true"));
        realm.person("decliner");
        http.send(
                HttpRequest.newBuilder(server.at("/realms/members/api/applications/" + SENTRY + "/invitations"))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"email\":[\"decliner@example.com\"]}"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + ownersToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        try {
            String path = SENTRY + "/invitations/decliner@example.com/decline";
            assertThat(send("POST", path, ownersToken())).isEqualTo("not_invited");
            assertThat(send("POST", path, token("decliner"))).isEqualTo("done");

            assertThat(browser()
                            .open(sentry().startLogin().authorizationUrl())
                            .signIn("decliner", TestRealm.PASSWORD)
                            .pageId())
                    .isEqualTo("login-encvoy-access-denied");
        } finally {
            realm.settings(SENTRY, Map.of("encvoy.authorize_only_employees", "false"));
        }
    }
}
