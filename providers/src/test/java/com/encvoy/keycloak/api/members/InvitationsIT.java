package com.encvoy.keycloak.api.members;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationsIT {

    private static final String SENTRY = "error-tracker";

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Keycloak> clients = new ArrayList<>();
    private TestRealm realm;
    private String owner;

    InvitationsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "invitations", copy -> {});
        realm.settings(SENTRY, Map.of("encvoy.authorize_only_employees", "true"));
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.admin().clients().get(cli.getId()).update(cli);
    }

    @BeforeEach
    void makeOwner() {
        owner = realm.person("owner");
        realm.grant(owner, SENTRY, "OWNER");
    }

    @AfterEach
    void restoreClock() {
        // Closing signs the client out: its tokens live as long as it does.
        clients.forEach(Keycloak::close);
        clients.clear();
        server.moveClock(0);
    }

    private record Answer(int status, JsonNode body) {}

    private String token(String username) {
        Keycloak client = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm("invitations")
                .clientId("admin-cli")
                .username(username)
                .password(TestRealm.PASSWORD)
                .build();
        clients.add(client);
        return client.tokenManager().getAccessTokenString();
    }

    private Answer send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at("/realms/invitations/api/applications/" + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body().isEmpty() ? null : JsonSerialization.mapper.readTree(response.body()));
    }

    private JsonNode invite(String email) throws Exception {
        Answer answer = send(
                "POST", SENTRY + "/invitations", token("owner"), "{\"email\":[\"" + email + "\"],\"locale\":\"de\"}");
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return answer.body().get("created").get(0);
    }

    private Browser atSentry(Browser browser) {
        return browser.open(new Sentry(realm.sentry("/realms/invitations/api/oidc"))
                .startLogin()
                .authorizationUrl());
    }

    @Test
    void anInvitationLeadsFromTheMailToMembership() throws Exception {
        JsonNode invitation = invite(" Guest@Example.com ");
        assertThat(invitation.get("email").textValue()).isEqualTo("guest@example.com");
        assertThat(invitation.get("expires_at").longValue()
                        - invitation.get("created_at").longValue())
                .isEqualTo(Duration.ofDays(14).toSeconds());
        assertThat(invitation.get("invited_by").textValue()).isEqualTo(owner);
        Mailbox.Mail mail = Mailbox.await("guest@example.com", 1);
        assertThat(mail.subject()).isEqualTo("Einladung zu Sentry");
        assertThat(mail.text())
                .contains("Ada Lovelace lädt Sie ein, Sentry zu nutzen.")
                .contains("Melden Sie sich mit der E-Mail-Adresse guest@example.com an.");
        assertThat(mail.html())
                .startsWith("<!doctype html>")
                .contains("lang=\"de\"", "bgcolor=\"#4c6ad4\"", ">Sentry öffnen<", "prefers-color-scheme: dark");
        String link = mail.text().replaceAll("(?s).*?(http\\S+).*", "$1");

        Browser browser = new Browser(server.url()).reading("en").open(URI.create(link));
        assertThat(browser.address().toString()).isEqualTo(TestRealm.SENTRY_URL + "/");
        SentryLogin login = new Sentry(realm.sentry("/realms/invitations/api/oidc")).startLogin();
        browser.open(login.authorizationUrl());
        assertThat(browser.value("username")).isEqualTo("guest@example.com");
        browser.open(server.at(browser.html().getAnchorByText("Create account").getHrefAttribute()));
        assertThat(browser.value("email")).isEqualTo("guest@example.com");
        browser.submit(
                "kc-register-form",
                Map.of("username", "guest", "email", "guest@example.com", "firstName", "G", "lastName", "Uest"));
        browser.type("code", Mailbox.await("guest@example.com", 2).code()).click("kc-login");
        browser.submit(
                "kc-passwd-update-form",
                Map.of("password-new", TestRealm.PASSWORD, "password-confirm", TestRealm.PASSWORD));

        assertThat(login.callback(browser.address()).email()).isEqualTo("guest@example.com");
        UserRepresentation guest =
                realm.admin().users().searchByUsername("guest", true).get(0);
        assertThat(realm.roles(guest.getId(), SENTRY)).containsExactly("USER");
        assertThat(send("GET", SENTRY + "/invitations", token("owner"), null).body())
                .as("consumed")
                .isEmpty();
        assertThat(atSentry(browser).address().toString())
                .as("and a member stays one")
                .contains("code=");
    }

    @Test
    void anInvitationCountsForAVerifiedAddressOnly() throws Exception {
        invite("unverified@example.com");
        String id = realm.person("unverified", user -> user.setEmailVerified(false));

        Browser browser = atSentry(new Browser(server.url()).reading("en")).signIn("unverified", TestRealm.PASSWORD);
        assertThat(browser.pageId()).as("first of all the address").isEqualTo("login-encvoy-email-code");
        assertThat(realm.roles(id, SENTRY)).isEmpty();
        browser.type("code", Mailbox.await("unverified@example.com", 2).code()).click("kc-login");

        assertThat(browser.address().toString())
                .startsWith(TestRealm.SENTRY_URL)
                .contains("code=");
        assertThat(realm.roles(id, SENTRY)).containsExactly("USER");
    }

    @Test
    void withoutAnInvitationOrWithAnExpiredOneThereIsNoWayIn() throws Exception {
        invite("late@example.com");
        realm.person("late");
        server.moveClock(Duration.ofDays(14).toSeconds() + 1);

        assertThat(atSentry(new Browser(server.url()))
                        .signIn("late", TestRealm.PASSWORD)
                        .pageId())
                .isEqualTo("login-encvoy-access-denied");
        assertThat(send("GET", SENTRY + "/invitations", token("owner"), null)
                        .body()
                        .findValuesAsText("email"))
                .doesNotContain("late@example.com");
    }

    @Test
    void anInvitationCanBeWithdrawn() throws Exception {
        JsonNode invitation = invite("withdrawn@example.com");
        realm.person("withdrawn");
        String link = Mailbox.await("withdrawn@example.com", 1).text().replaceAll("(?s).*?(http\\S+).*", "$1");

        assertThat(send(
                                "DELETE",
                                SENTRY + "/invitations/" + invitation.get("id").textValue(),
                                token("owner"),
                                null)
                        .status())
                .isEqualTo(204);

        assertThat(atSentry(new Browser(server.url()))
                        .signIn("withdrawn", TestRealm.PASSWORD)
                        .pageId())
                .isEqualTo("login-encvoy-access-denied");
        Browser browser = new Browser(server.url()).reading("en").open(URI.create(link));
        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.text()).contains("This invitation has expired, has already been used or was withdrawn.");
        assertThat(send(
                                "DELETE",
                                SENTRY + "/invitations/" + invitation.get("id").textValue(),
                                token("owner"),
                                null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyChangeIsAnAdminEvent() throws Exception {
        String id = invite("event@example.com").get("id").textValue();
        send("DELETE", SENTRY + "/invitations/" + id, token("owner"), null);

        List<AdminEventRepresentation> events = realm.admin().getAdminEvents().stream()
                .filter(event -> event.getResourcePath() != null
                        && event.getResourcePath().endsWith("invitations/" + id))
                .toList();
        assertThat(events)
                .extracting(AdminEventRepresentation::getOperationType)
                .containsExactlyInAnyOrder("CREATE", "DELETE");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getResourceType()).isEqualTo("ENCVOY_INVITATION");
            assertThat(event.getAuthDetails().getUserId()).isEqualTo(owner);
        });
        assertThat(realm.event(EventType.INVITE_ORG, "event@example.com").getClientId())
                .isEqualTo(SENTRY);
    }

    @Test
    void severalAreInvitedAtOnceAndWhatFailsIsSaid() throws Exception {
        realm.person("member");
        realm.grant(
                realm.admin().users().searchByUsername("member", true).get(0).getId(), SENTRY, "USER");

        Answer answer = send(
                "POST",
                SENTRY + "/invitations",
                token("owner"),
                "{\"email\":[\"one@example.com\",\"ONE@example.com\",\"no "
                        + "address\",\"two@wiki.invalid\",\"member@example.com\"],\"expires_in\":3600}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("created").findValuesAsText("email")).containsExactly("one@example.com");
        assertThat(answer.body().get("failed").findValuesAsText("error"))
                .containsExactly("invalid_email", "invalid_email", "already_member");
        assertThat(send("POST", SENTRY + "/invitations", token("owner"), "{\"email\":[\"member@example.com\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theSameAddressIsNotMailedWithoutEnd() throws Exception {
        for (int time = 0; time < 5; time++) {
            invite("patient@example.com");
        }

        Mailbox.await("patient@example.com", 3);
        assertThat(realm.event(EventType.INVITE_ORG_ERROR, "patient@example.com")
                        .getError())
                .isEqualTo("slow_down");
        assertThat(Mailbox.of("patient@example.com")).hasSize(3);
    }

    @Test
    void anOwnerWhoIsBlockedInvitesAndReadsNothing() throws Exception {
        realm.grant(owner, SENTRY, "encvoy.blocked");
        try {
            assertThat(send("GET", SENTRY + "/invitations", token("owner"), null)
                            .status())
                    .isEqualTo(404);
            assertThat(send("POST", SENTRY + "/invitations", token("owner"), "{\"email\": [\"friend@example.com\"]}")
                            .status())
                    .isEqualTo(404);
        } finally {
            realm.revoke(owner, SENTRY, "encvoy.blocked");
        }
        assertThat(send("GET", SENTRY + "/invitations", token("owner"), null).status())
                .isEqualTo(200);
    }

    @Test
    void aSecondInvitationReplacesTheFirst() throws Exception {
        String first = invite("twice@example.com").get("id").textValue();
        String second = invite("twice@example.com").get("id").textValue();

        assertThat(send("GET", SENTRY + "/invitations", token("owner"), null)
                        .body()
                        .findValuesAsText("id"))
                .contains(second)
                .doesNotContain(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"email\":[]}",
                "{\"email\":[1]}",
                "{\"email\":{}}",
                "{\"email\":[\"a@example.com\"],\"expires_in\":\"soon\"}",
                "{\"email\":[\"a@example.com\"],\"expires_in\":1}",
                "{\"email\":[\"a@example.com\"],\"expires_in\":99999999999}",
                "{\"email\":[\"a@example.com\"],\"locale\":7}"
            })
    void aBodyThatIsNoneIsABadRequest(String body) throws Exception {
        Answer answer = send("POST", SENTRY + "/invitations", token("owner"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("error").textValue()).isEqualTo("invalid_request");
        assertThat(answer.body().get("error_description").textValue()).isNotBlank();
    }

    @Test
    void onlyAdministratorsOfTheApplicationOrTheRealmMayInvite() throws Exception {
        realm.person("outsider");
        String editor = realm.person("editor");
        realm.grant(editor, SENTRY, "EDITOR");
        String member = realm.person("member");
        realm.grant(member, SENTRY, "USER");
        String manager = realm.person("manager");
        realm.grant(manager, "realm-management", "manage-users");
        String elsewhere = realm.person("elsewhere");
        realm.application("wiki", "secret-of-the-wiki-for-tests", "https://wiki.example.com/login");
        realm.grant(elsewhere, "wiki", "OWNER");

        for (String name : List.of("owner", "editor", "manager")) {
            assertThat(send("GET", SENTRY + "/invitations", token(name), null).status())
                    .as(name)
                    .isEqualTo(200);
        }
        for (String name : List.of("outsider", "member", "elsewhere")) {
            for (String path : List.of("/invitations", "/invitations/some-id")) {
                Answer answer = send(
                        path.endsWith("id") ? "DELETE" : "POST",
                        SENTRY + path,
                        token(name),
                        path.endsWith("id") ? null : "{}");
                assertThat(answer.status()).as(name + path).isEqualTo(name.equals("member") ? 403 : 404);
                assertThat(answer.body().get("error").textValue())
                        .isEqualTo(name.equals("member") ? "insufficient_scope" : "not_found");
            }
        }
        assertThat(send("GET", "no-such-application/invitations", token("outsider"), null)
                        .status())
                .isEqualTo(404);
        assertThat(send("GET", "no-such-application/invitations", token("manager"), null)
                        .status())
                .isEqualTo(404);
        for (String token : new String[] {
            null,
            "nonsense",
            token("owner") + "x",
            server.admin().tokenManager().getAccessTokenString()
        }) {
            Answer answer = send("GET", SENTRY + "/invitations", token, null);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body().get("error").textValue()).isEqualTo("invalid_token");
        }
    }

    @Test
    void aTokenOfAnApplicationThatMayNotUseTheRoleInvitesNobody() throws Exception {
        realm.application("narrow", "secret-of-the-narrow-for-tests", "https://narrow.example.com/login");
        ClientRepresentation narrow = realm.client("narrow");
        narrow.setFullScopeAllowed(false);
        narrow.setDirectAccessGrantsEnabled(true);
        realm.admin().clients().get(narrow.getId()).update(narrow);
        try (Keycloak client = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm("invitations")
                .clientId("narrow")
                .clientSecret("secret-of-the-narrow-for-tests")
                .username("owner")
                .password(TestRealm.PASSWORD)
                .build()) {
            assertThat(send(
                                    "GET",
                                    SENTRY + "/invitations",
                                    client.tokenManager().getAccessTokenString(),
                                    null)
                            .status())
                    .isEqualTo(404);
        }
    }
}
