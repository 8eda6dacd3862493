package com.encvoy.keycloak.api.members;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AdminEventRepresentation;

import com.encvoy.keycloak.api.RestApi;
import com.encvoy.keycloak.api.RestApi.Answer;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Members, owners and what the REST API adds to invitations. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {

    private static final String WIKI = "wiki";
    private static final String MEMBERS = "/applications/wiki/members";
    private static final String INVITATIONS = "/applications/wiki/invitations";

    private final TestServer server;
    private TestRealm realm;
    private RestApi api;
    private String owner;
    private String editor;
    private String member;
    private String stranger;

    PeopleIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "people", copy -> {});
        api = RestApi.of(server, realm);
        owner = realm.person("owner");
        editor = realm.person("editor");
        member = realm.person("member");
        stranger = realm.person("stranger");
        realm.change(member, person -> person.singleAttribute("public_profile_claims_oauth", "login"));
        realm.grant(realm.person("administrator"), "realm-management", "manage-users");
        realm.grant(realm.person("auditor"), "realm-management", "view-users");
    }

    @BeforeEach
    void makeApplication() {
        realm.application(WIKI, "secret-of-the-wiki-for-tests", "https://wiki.example.com/callback");
        realm.grant(owner, WIKI, "OWNER");
        realm.grant(editor, WIKI, "EDITOR");
        realm.grant(member, WIKI, "USER");
    }

    private static String role(String name) {
        return "{\"role\":\"" + name + "\"}";
    }

    @Test
    void anOwnerSeesOfMembersWhatTheyReleaseAndAnAdministratorSeesThemWhole() {
        Answer seen = api.get("owner", MEMBERS + "?role=USER");

        assertThat(seen.body()).hasSize(1);
        assertThat(seen.body().get(0).path("id").asText()).isEqualTo(member);
        assertThat(seen.body().get(0).path("login").asText()).isEqualTo("member");
        assertThat(seen.body().get(0).has("email")).isFalse();
        assertThat(seen.body().get(0).has("name")).isFalse();
        assertThat(api.get("auditor", MEMBERS + "/" + member).text("email")).isEqualTo("member@example.com");
        assertThat(api.get("owner", MEMBERS + "?search=member@example.com").body())
                .isEmpty();
        assertThat(api.get("owner", MEMBERS + "?search=member").body()).hasSize(1);
        assertThat(api.get("owner", MEMBERS + "?search=stranger").body()).isEmpty();
        assertThat(api.get("auditor", MEMBERS + "?search=member@example.com").body())
                .hasSize(1);
    }

    @Test
    void membersHavePages() {
        realm.grant(stranger, WIKI, "USER");

        Answer first = api.get("editor", MEMBERS + "?role=USER&max=1");
        Answer second = api.get("editor", MEMBERS + "?role=USER&max=1&first=1");

        assertThat(first.body()).hasSize(1);
        assertThat(first.header("Link")).contains("max=1&first=1", "rel=\"next\"");
        assertThat(second.body()).hasSize(1).isNotEqualTo(first.body());
        assertThat(second.header("Link")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?role=ADMIN", "?role=owner", "?role=USER&max=1000", "?search=a%0Ab"})
    void aListThatCannotBeIsRefused(String query) {
        assertThat(api.get("owner", MEMBERS + query).status()).isEqualTo(400);
    }

    @Test
    void membersAndStrangersChangeNothing() {
        assertThat(api.get("member", MEMBERS + "?role=USER").status()).isEqualTo(403);
        assertThat(api.get("stranger", MEMBERS + "?role=USER").status()).isEqualTo(404);
        for (String name : List.of("member", "stranger", "auditor")) {
            int expected = name.equals("stranger") ? 404 : 403;
            assertThat(api.send(name, "PUT", MEMBERS + "/" + member, role("OWNER"))
                            .status())
                    .isEqualTo(expected);
            assertThat(api.send(name, "DELETE", MEMBERS + "/" + editor, null).status())
                    .isEqualTo(expected);
            assertThat(api.send(name, "PUT", MEMBERS + "/" + editor + "/block", null)
                            .status())
                    .isEqualTo(expected);
            assertThat(api.send(name, "PUT", "/applications/wiki/owner", "{\"user\":\"" + member + "\"}")
                            .status())
                    .isEqualTo(expected);
        }
        assertThat(realm.roles(member, WIKI)).containsExactly("USER");
        assertThat(realm.roles(editor, WIKI)).containsExactly("EDITOR");
    }

    @Test
    void aRoleIsGivenInsteadOfAnother() {
        Answer answer = api.send("owner", "PUT", MEMBERS + "/" + member, role("EDITOR"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("role")).isEqualTo("EDITOR");
        assertThat(realm.roles(member, WIKI)).containsExactly("EDITOR");
        assertThat(realm.admin().getAdminEvents())
                .extracting(AdminEventRepresentation::getResourcePath)
                .contains("applications/wiki/members/" + member);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"role\":\"ADMIN\"}", "{\"role\":\"user\"}", "{\"role\":null}", "{}", "[]", "{\"role\":7}"})
    void aRoleThatDoesNotExistIsRefused(String body) {
        assertThat(api.send("owner", "PUT", MEMBERS + "/" + member, body).status())
                .isEqualTo(400);
    }

    @Test
    void onlyOwnersAppointOwnersAndTheLastOneStays() {
        Answer editors = api.send("editor", "PUT", MEMBERS + "/" + member, role("OWNER"));
        Answer stepDown = api.send("owner", "PUT", MEMBERS + "/" + owner, role("USER"));
        Answer leave = api.send("owner", "DELETE", MEMBERS + "/" + owner, null);
        Answer blocked = api.send("editor", "PUT", MEMBERS + "/" + owner + "/block", null);

        assertThat(editors.status()).isEqualTo(403);
        assertThat(editors.text("code")).isEqualTo("only_owners");
        assertThat(blocked.status()).isEqualTo(403);
        assertThat(List.of(stepDown.status(), leave.status())).containsOnly(409);
        assertThat(stepDown.text("code")).isEqualTo("last_owner");
        assertThat(realm.roles(owner, WIKI)).containsExactly("OWNER");

        assertThat(api.send("owner", "PUT", "/applications/wiki/owner", "{\"user\":\"" + member + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api.send("owner", "DELETE", MEMBERS + "/" + owner, null).status())
                .isEqualTo(204);
        assertThat(realm.roles(member, WIKI)).containsExactly("OWNER");
        assertThat(realm.roles(owner, WIKI)).isEmpty();
        assertThat(api.get("owner", "/applications/wiki").status()).isEqualTo(404);
    }

    @Test
    void peopleWhoAreNoMembersAreUnknownToOwnersAndKnownToAdministrators() {
        for (String id : List.of(stranger, "no-such-person", "%00", "..%2F..")) {
            assertThat(api.get("owner", MEMBERS + "/" + id).status()).as(id).isEqualTo(404);
        }
        assertThat(api.send("owner", "PUT", MEMBERS + "/" + stranger, role("USER"))
                        .status())
                .isEqualTo(404);
        assertThat(api.send("owner", "PUT", "/applications/wiki/owner", "{\"user\":\"" + stranger + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.send("administrator", "PUT", MEMBERS + "/" + stranger, role("USER"))
                        .status())
                .isEqualTo(200);
        assertThat(realm.roles(stranger, WIKI)).containsExactly("USER");
    }

    @Test
    void aMemberIsBlockedAndHasNoRightsUntilTheBlockEnds() {
        assertThat(api.send("owner", "PUT", MEMBERS + "/" + editor + "/block", null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get("editor", MEMBERS + "?role=USER").status()).isEqualTo(404);
        assertThat(api.get("owner", MEMBERS + "?role=BLOCKED").body().findValuesAsText("id"))
                .containsExactly(editor);
        assertThat(api.send("owner", "PUT", MEMBERS + "/" + owner + "/block", null)
                        .status())
                .isEqualTo(409);

        assertThat(api.send("owner", "DELETE", MEMBERS + "/" + editor + "/block", null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get("editor", MEMBERS + "?role=USER").status()).isEqualTo(200);
        assertThat(api.send("owner", "DELETE", MEMBERS + "/" + editor + "/sessions", null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aMemberIsRemovedOrLeaves() {
        assertThat(api.send("owner", "DELETE", MEMBERS + "/" + editor, null).status())
                .isEqualTo(204);
        assertThat(api.send("member", "DELETE", MEMBERS + "/" + member, null).status())
                .isEqualTo(204);
        assertThat(api.send("member", "DELETE", MEMBERS + "/" + member, null).status())
                .isEqualTo(404);
        assertThat(realm.roles(editor, WIKI)).isEmpty();
        assertThat(realm.roles(member, WIKI)).isEmpty();
    }

    @Test
    void anInvitationIsSentAgainUntilTheAddressHasEnoughMails() {
        String id = api.send("owner", "POST", INVITATIONS, "{\"email\":\"again@example.com\"}")
                .body()
                .at("/created/0/id")
                .asText();
        Mailbox.await("again@example.com", 1);
        String send = INVITATIONS + "/" + id + "/send";

        assertThat(api.send("auditor", "POST", send, null).status()).isEqualTo(403);
        assertThat(api.send("owner", "POST", send, null).status()).isEqualTo(204);
        assertThat(api.send("editor", "POST", send, "{\"locale\":\"de\"}").status())
                .isEqualTo(204);
        Mailbox.await("again@example.com", 3);
        Answer limited = api.send("owner", "POST", send, "{}");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.text("code")).isEqualTo("too_many_mails");
        assertThat(Mailbox.of("again@example.com")).hasSize(3);
        assertThat(api.send("owner", "POST", send, "{\"locale\":7}").status()).isEqualTo(400);
        assertThat(api.send("owner", "POST", INVITATIONS + "/no-such/send", null)
                        .status())
                .isEqualTo(404);
        assertThat(api.get("auditor", INVITATIONS).body().findValuesAsText("email"))
                .containsExactly("again@example.com");
    }

    @Test
    void aDeclinedInvitationIsListedAsDeclinedAndNotSentAgain() {
        String id = api.send("owner", "POST", INVITATIONS, "{\"email\":\"no@example.com\"}")
                .body()
                .at("/created/0/id")
                .asText();
        var role =
                realm.admin().clients().get(realm.client(WIKI).getId()).roles().get("USER");
        var stored = role.toRepresentation();
        Map<String, List<String>> attributes = stored.getAttributes();
        attributes.computeIfPresent(
                "encvoy.invitation.no@example.com",
                (name, value) -> List.of(value.get(0) + " " + System.currentTimeMillis() / 1000));
        role.update(stored);

        assertThat(api.get("owner", INVITATIONS).body().get(0).has("declined_at"))
                .isTrue();
        assertThat(api.send("owner", "POST", INVITATIONS + "/" + id + "/send", null)
                        .status())
                .isEqualTo(409);
        assertThat(api.send("owner", "DELETE", INVITATIONS + "/" + id, null).status())
                .isEqualTo(204);
        assertThat(api.get("owner", INVITATIONS).body()).isEmpty();
    }
}
