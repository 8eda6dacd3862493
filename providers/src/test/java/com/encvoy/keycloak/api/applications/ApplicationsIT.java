package com.encvoy.keycloak.api.applications;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.OperationType;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.api.RestApi;
import com.encvoy.keycloak.api.RestApi.Answer;
import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.Mailbox;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationsIT {

    private static final String SENTRY = "error-tracker";
    private static final String ALL = "/applications";
    private static final String WIKI = """
            {"name": "Wiki", "description": "Of the team", "domain": "https://wiki.example.com/",
             "redirect_uris": ["https://wiki.example.com/callback"]}""";

    private final TestServer server;
    private TestRealm realm;
    private RestApi api;
    private String editor;
    private String maker;

    ApplicationsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "applications", copy -> {});
        api = RestApi.of(server, realm);
        editor = realm.person("editor");
        realm.grant(editor, SENTRY, "EDITOR");
        realm.grant(realm.person("member"), SENTRY, "USER");
        realm.grant(realm.person("administrator"), "realm-management", "manage-clients");
        realm.grant(realm.person("auditor"), "realm-management", "view-clients");
        realm.person("stranger");
        maker = realm.person("keeper");
        mayCreate(maker);
    }

    private void mayCreate(String userId) {
        realm.admin()
                .users()
                .get(userId)
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("encvoy-create-application").toRepresentation()));
    }

    private String create(String body) {
        Answer created = api.send("keeper", "POST", ALL, body);
        assertThat(created.status()).as(String.valueOf(created.body())).isEqualTo(201);
        return created.text("client_id");
    }

    private void delete(String clientId) {
        assertThat(api.send("keeper", "DELETE", ALL + "/" + clientId, null, "If-Match", "*")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void anEditorChangesASettingAndItHolds() {
        Answer answer =
                api.send("editor", "PATCH", ALL + "/" + SENTRY + "/settings", "{\"encvoy.access_token_ttl\":\"600\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("encvoy.access_token_ttl")).isEqualTo("600");
        assertThat(realm.client(SENTRY).getAttributes())
                .containsEntry("encvoy.access_token_ttl", "600")
                .containsEntry("access.token.lifespan", "600");
        assertThat(realm.admin().getAdminEvents())
                .filteredOn(event -> editor.equals(event.getAuthDetails().getUserId()))
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .contains(tuple("UPDATE", "clients/" + realm.client(SENTRY).getId()));
        assertThat(api.send(
                                "editor",
                                "PATCH",
                                ALL + "/" + SENTRY + "/settings",
                                "{\"encvoy.access_token_ttl\":null}",
                                "If-Match",
                                answer.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(api.send(
                                "editor",
                                "PATCH",
                                ALL + "/" + SENTRY + "/settings",
                                "{\"encvoy.contact\":\"it@example.com\"}",
                                "If-Match",
                                answer.header("ETag"))
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"encvoy.authorize_only_admins\":\"yes\"}', encvoy.authorize_only_admins",
        "'{\"encvoy.image_hosts\":\"evil.example.com\"}', encvoy.image_hosts",
        "'{\"access.token.lifespan\":\"99999\"}', access.token.lifespan",
        "'{\"encvoy.contact\":7}', encvoy.contact",
        "'{\"encvoy.contact\":\"a\",\"encvoy.contact\":\"b\"}',",
        "'{} {}',",
        "'[]',",
        "'',"
    })
    void aWrongValueIsRefusedAndNamed(String body, String field) {
        Answer answer = api.send("editor", "PATCH", ALL + "/" + SENTRY + "/settings", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_request");
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @Test
    void membersSeeNameAddressAndContactAndChangeNothing() {
        String own = ALL + "/" + SENTRY;
        assertThat(api.get("member", own).body().fieldNames())
                .toIterable()
                .containsExactly("client_id", "name", "domain", "role");
        assertThat(api.get("member", own).header("ETag")).isNull();
        for (String page : List.of("settings", "secret", "configuration", "check", "claims", "activity", "members")) {
            assertThat(api.get("member", own + "/" + page).status()).as(page).isEqualTo(403);
        }
        assertThat(api.send("member", "PATCH", own, "{}", "If-Match", "*").status())
                .isEqualTo(403);
        assertThat(api.send("member", "DELETE", own, null, "If-Match", "*").status())
                .isEqualTo(403);
        assertThat(api.send("member", "POST", own + "/secret", null).status()).isEqualTo(403);
        assertThat(api.send("member", "PATCH", own + "/settings", "{\"encvoy.contact\":\"me\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api.send("editor", "POST", ALL, "{\"template\":\"grafana\",\"url\":\"https://g.example.com\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void applicationsOfOthersAndThoseThatDoNotExistAreTheSame() {
        for (String id : List.of(SENTRY, "no-such-application", "account", "encvoy-dashboard", "%00", "a%0Ab")) {
            for (String page : List.of("", "/settings", "/secret", "/members", "/invitations", "/check")) {
                Answer answer = api.get("stranger", ALL + "/" + id + page);
                assertThat(answer.status()).as(id + page).isEqualTo(404);
                assertThat(answer.text("error_description")).isEqualTo("Application not found.");
            }
        }
    }

    @Test
    void anAdministratorCreatesAnApplicationFromATemplateAndPastesItsConfiguration() {
        String body = "{\"template\":\"grafana\",\"url\":\"https://grafana.example.com/\",\"client_id\":\"graphs\"}";

        Answer created = api.send("administrator", "POST", ALL, body);

        assertThat(created.status()).as(String.valueOf(created.body())).isEqualTo(201);
        ClientRepresentation client = realm.client("graphs");
        assertThat(client.getRootUrl()).isEqualTo("https://grafana.example.com");
        assertThat(client.isFullScopeAllowed()).isFalse();
        assertThat(client.isConsentRequired()).isFalse();
        assertThat(created.text("client_secret")).isNotEmpty().isEqualTo(client.getSecret());
        assertThat(created.text("configuration"))
                .contains(
                        "client_id = graphs",
                        "client_secret = " + client.getSecret(),
                        server.at("/realms/applications/api/oidc/auth").toString());
        assertThat(realm.admin().getAdminEvents())
                .anySatisfy(event -> assertThat(event.getOperationType()).isEqualTo(OperationType.CREATE.name()))
                .noneSatisfy(event ->
                        assertThat(String.valueOf(event.getRepresentation())).contains(client.getSecret()));

        Answer again = api.send("administrator", "POST", ALL, body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("field")).isEqualTo("client_id");
        for (String wrong : List.of(
                body.replace("grafana\"", "grafanas\""),
                body.replace("https:", "http:").replace("graphs", "other"),
                body.replace("graphs", "a b"),
                body.replace("}", ",\"fullScopeAllowed\":true}"))) {
            assertThat(api.send("administrator", "POST", ALL, wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void aPersonCreatesAnApplicationAndOwnsItAndDeletesIt() throws Exception {
        Answer created = api.send("keeper", "POST", ALL, WIKI);

        assertThat(created.status()).as(String.valueOf(created.body())).isEqualTo(201);
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        String id = created.text("client_id");
        assertThat(created.header("Location"))
                .isEqualTo(
                        server.at("/realms/applications/api/applications/" + id).toString());
        ClientRepresentation client = realm.client(id);
        assertThat(client.isFullScopeAllowed()).isFalse();
        assertThat(client.isServiceAccountsEnabled()).isFalse();
        assertThat(client.isConsentRequired()).isTrue();
        assertThat(realm.roles(maker, id)).containsExactly("OWNER");

        String own = ALL + "/" + id;
        Answer read = api.get("keeper", own);
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag")).isNotNull();
        assertThat(read.body()).isEqualTo(JsonSerialization.mapper.readTree("""
                        {"client_id": "%s", "name": "Wiki", "domain": "https://wiki.example.com",
                         "role": "OWNER", "description": "Of the team",
                         "redirect_uris": ["https://wiki.example.com/callback"], "post_logout_redirect_uris": [],
                         "token_endpoint_auth_method": "client_secret_basic", "enabled": true,
                         "trusted": false, "created_by": "%s"}""".formatted(id, maker)));
        assertThat(api.get("keeper", ALL).body().findValuesAsText("client_id")).contains(id);
        assertThat(api.get("stranger", own).status()).isEqualTo(404);

        assertThat(api.send("keeper", "POST", own + "/trust", null).status()).isEqualTo(403);
        assertThat(api.send("administrator", "POST", own + "/trust", null)
                        .body()
                        .path("trusted"))
                .isEqualTo(JsonSerialization.mapper.readTree("true"));
        assertThat(realm.client(id).isConsentRequired()).isFalse();

        assertThat(api.send("keeper", "DELETE", own, null).status()).isEqualTo(428);
        assertThat(api.send("keeper", "DELETE", own, null, "If-Match", read.header("ETag"))
                        .status())
                .as("after it was trusted")
                .isEqualTo(412);
        delete(id);
        assertThat(api.get("keeper", own).status()).isEqualTo(404);
        assertThat(realm.admin().clients().findByClientId(id)).isEmpty();
    }

    @Test
    void aProfileIsChangedByWhoHasSeenItAndNothingElseChanges() {
        String id = create(WIKI);
        String own = ALL + "/" + id;
        String seen = api.get("keeper", own).header("ETag");

        assertThat(api.send("keeper", "PATCH", own, "{\"name\":\"Notes\"}").status())
                .isEqualTo(428);
        Answer changed = api.send("keeper", "PATCH", own, "{\"name\":\"Notes\"}", "If-Match", seen);
        Answer stale = api.send("keeper", "PATCH", own, "{\"name\":\"Old\"}", "If-Match", seen);
        Answer weak = api.send("keeper", "PATCH", own, "{}", "If-Match", "W/" + changed.header("ETag"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Notes");
        assertThat(changed.text("description")).isEqualTo("Of the team");
        assertThat(changed.header("ETag")).isNotEqualTo(seen);
        assertThat(List.of(stale.status(), weak.status())).containsOnly(412);
        assertThat(stale.text("error")).isEqualTo("precondition_failed");
        assertThat(api.get("keeper", own).text("name")).isEqualTo("Notes");
        Answer another = api.send(
                "keeper",
                "PATCH",
                own,
                "{\"domain\":null,\"description\":null,\"redirect_uris\":[\"https://notes.example.com/in\"]}",
                "If-Match",
                "\"other\", " + changed.header("ETag"));
        assertThat(another.status()).isEqualTo(200);
        assertThat(another.body().has("domain")).isFalse();
        assertThat(another.text("description")).isEmpty();
        assertThat(realm.client(id).getRedirectUris()).containsExactly("https://notes.example.com/in");
        delete(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"\"                                                       | name",
                "\"name\": null                                                       | name",
                "\"name\": 7                                                          | name",
                "\"name\": \"${vault.secret}\"                                        | name",
                "\"description\": [\"a\"]                                             | description",
                "\"domain\": \"http://wiki.example.com\"                              | domain",
                "\"redirect_uris\": [\"https://wiki.example.com/*\"]                  | redirect_uris",
                "\"redirect_uris\": [\"javascript:alert(1)\"]                         | redirect_uris",
                "\"redirect_uris\": [7]                                               | redirect_uris",
                "\"redirect_uris\": \"https://wiki.example.com/\"                     | redirect_uris",
                "\"post_logout_redirect_uris\": [\"http://wiki.example.com/\"]        | post_logout_redirect_uris",
                "\"token_endpoint_auth_method\": \"private_key_jwt\"                  | token_endpoint_auth_method",
                "\"token_endpoint_auth_method\": null                                 | token_endpoint_auth_method",
                "\"fullScopeAllowed\": true                                           | fullScopeAllowed",
                "\"client_id\": \"chosen\"                                            | client_id",
                "\"attributes\": {}                                                   | attributes"
            })
    void aProfileThatIsRefusedSaysWhereAndChangesNothing(String member, String field) {
        String id = create(WIKI);
        Answer refused = api.send("keeper", "PATCH", ALL + "/" + id, "{" + member + "}", "If-Match", "*");
        Answer created = api.send(
                "keeper",
                "POST",
                ALL,
                "{\"redirect_uris\": [\"https://new.example.com/\"], \"name\": \"New\"," + member + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(field);
        assertThat(created.status()).isEqualTo(400);
        assertThat(api.get("keeper", ALL + "/" + id).text("name")).isEqualTo("Wiki");
        delete(id);
    }

    @Test
    void theSecretIsReadAndReplacedByThoseWhoMayChangeAndTheOwnersAreTold() {
        String id = create(WIKI);
        String own = ALL + "/" + id;
        Answer before = api.get("keeper", own + "/secret");

        Answer after = api.send("keeper", "POST", own + "/secret", null);

        assertThat(before.header("Cache-Control")).isEqualTo("no-store");
        assertThat(after.header("Cache-Control")).isEqualTo("no-store");
        assertThat(after.text("client_secret"))
                .isNotEqualTo(before.text("client_secret"))
                .isEqualTo(realm.client(id).getSecret());
        assertThat(after.body().has("old_secret_expires_at")).isFalse();
        assertThat(Mailbox.await("keeper@example.com", 1).text()).contains("Wiki");
        Answer configuration = api.get("keeper", own + "/configuration");
        assertThat(configuration.text("configuration")).contains(id, after.text("client_secret"));
        assertThat(configuration.header("Cache-Control")).isEqualTo("no-store");

        assertThat(api.get("auditor", own + "/secret").status()).isEqualTo(403);
        assertThat(api.get("auditor", own + "/configuration").text("configuration"))
                .contains(id)
                .doesNotContain(after.text("client_secret"));
        assertThat(api.get("auditor", own).status()).isEqualTo(200);
        assertThat(String.valueOf(api.get("auditor", own).body())).doesNotContain(after.text("client_secret"));
        delete(id);
    }

    @Test
    void aPublicApplicationHasNoSecretUntilItGetsOne() {
        Answer created = api.send(
                "keeper",
                "POST",
                ALL,
                "{\"name\":\"App\",\"redirect_uris\":[\"com.example.app:/in\"],"
                        + "\"token_endpoint_auth_method\":\"none\"}");
        String own = ALL + "/" + created.text("client_id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().has("client_secret")).isFalse();
        assertThat(api.get("keeper", own + "/secret").status()).isEqualTo(404);
        assertThat(api.send("keeper", "POST", own + "/secret", null).status()).isEqualTo(409);
        assertThat(api.get("keeper", own).text("token_endpoint_auth_method")).isEqualTo("none");
        Answer changed = api.send(
                "keeper",
                "PATCH",
                own,
                "{\"token_endpoint_auth_method\":\"client_secret_basic\"}",
                "If-Match",
                created.header("ETag"));
        assertThat(changed.text("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(api.get("keeper", own + "/secret").text("client_secret")).isNotBlank();
        delete(created.text("client_id"));
    }

    @Test
    void theNumberOfApplicationsOfAPersonIsLimited() {
        String limited = realm.person("limited");
        mayCreate(limited);
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.getAttributes().put("encvoy.max_applications_per_person", "1");
        realm.admin().update(settings);
        try {
            assertThat(api.send("limited", "POST", ALL, WIKI).status()).isEqualTo(201);
            Answer second = api.send("limited", "POST", ALL, WIKI);

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text("code")).isEqualTo("too_many_applications");
            assertThat(api.get("limited", ALL).body()).hasSize(1);
        } finally {
            settings.getAttributes().put("encvoy.max_applications_per_person", "20");
            realm.admin().update(settings);
        }
    }

    @Test
    void aPipelineRegistersAnApplicationWithItsServiceAccount() {
        realm.application("pipeline", "secret-of-the-pipeline-for-tests", "https://ci.example.com/");
        ClientRepresentation pipeline = realm.client("pipeline");
        pipeline.setServiceAccountsEnabled(true);
        pipeline.setFullScopeAllowed(true);
        realm.admin().clients().get(pipeline.getId()).update(pipeline);
        String account = realm.admin()
                .clients()
                .get(pipeline.getId())
                .getServiceAccountUser()
                .getId();
        api.serviceAccount("pipeline", "pipeline", "secret-of-the-pipeline-for-tests");
        assertThat(api.send("pipeline", "POST", ALL, WIKI).status()).isEqualTo(403);

        realm.grant(account, "realm-management", "create-client");
        api.serviceAccount("pipeline", "pipeline", "secret-of-the-pipeline-for-tests");
        Answer created =
                api.send("pipeline", "POST", ALL, "{\"template\":\"sentry\",\"url\":\"https://errors.example.com\"}");

        assertThat(created.status()).as(String.valueOf(created.body())).isEqualTo(201);
        assertThat(created.text("client_id")).isEqualTo("sentry");
        assertThat(api.get("pipeline", ALL + "/sentry").text("template")).isEqualTo("sentry");
        assertThat(realm.client("sentry").isConsentRequired()).isFalse();
    }

    @Test
    void aListHasPagesAndIsSearched() {
        String first = create(WIKI);
        String second = create(WIKI.replace("Wiki", "Notes"));

        Answer page = api.get("keeper", ALL + "?max=1");
        assertThat(page.body()).hasSize(1);
        assertThat(page.header("Link"))
                .isEqualTo("<" + server.at("/realms/applications/api/applications?max=1&first=1") + ">; rel=\"next\"");
        Answer last = api.get("keeper", ALL + "?max=1&first=1");
        assertThat(last.body()).hasSize(1);
        assertThat(last.header("Link")).isNull();
        assertThat(api.get("keeper", ALL + "?search=note").body().findValuesAsText("client_id"))
                .containsExactly(second);
        assertThat(api.get("keeper", ALL + "?search=example.com").body()).hasSize(2);
        assertThat(api.get("stranger", ALL).body()).isEmpty();
        assertThat(api.get("auditor", ALL + "?search=" + first).body().findValuesAsText("client_id"))
                .containsExactly(first);
        delete(first);
        delete(second);
    }

    @Test
    void applicationsWithoutAnOwnerAreListedForAdministrators() {
        realm.application("orphan", "secret-of-the-orphan-for-tests", "https://orphan.example.com/");

        assertThat(api.get("administrator", ALL + "?owner=none&max=100").body().findValuesAsText("client_id"))
                .contains("orphan");
        assertThat(api.get("keeper", ALL + "?owner=none").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first=-1",
                "first=x",
                "first=99999999999",
                "max=0",
                "max=101",
                "max=1.5",
                "search=a%0Ab",
                "owner=me",
                "owner=none&search=a"
            })
    void aParameterThatIsWrongIsNamed(String query) {
        Answer answer = api.get("administrator", ALL + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(query.replaceAll("=.*", ""));
    }

    @Test
    void theCheckNamesAProblemAndRemovesIt() {
        String id = create("{\"template\":\"gitlab\",\"url\":\"https://git.example.com\"}");
        String own = ALL + "/" + id;
        assertThat(api.get("keeper", own + "/check").body().findValuesAsText("subject"))
                .doesNotContain("redirect_uris");
        ClientRepresentation client = realm.client(id);
        client.setRedirectUris(List.of("https://git.example.com/elsewhere"));
        realm.admin().clients().get(client.getId()).update(client);

        JsonNode problem = problem(api.get("keeper", own + "/check"));
        assertThat(problem.path("fixable").booleanValue()).isTrue();
        assertThat(problem(api.get("auditor", own + "/check")).path("fixable").booleanValue())
                .isFalse();
        String remedy = own + "/check/" + problem.path("code").asText();
        assertThat(api.send("auditor", "POST", remedy, null).status()).isEqualTo(403);
        Answer left = api.send("keeper", "POST", remedy, null);

        assertThat(left.status()).isEqualTo(200);
        assertThat(left.body().findValuesAsText("code"))
                .doesNotContain(problem.path("code").asText());
        assertThat(realm.client(id).getRedirectUris()).hasSize(2);
        assertThat(api.send("keeper", "POST", remedy, null).status()).isEqualTo(404);
        assertThat(api.send("keeper", "POST", own + "/check/no_such_problem", null)
                        .status())
                .isEqualTo(404);
        assertThat(realm.admin().getAdminEvents())
                .filteredOn(event -> maker.equals(event.getAuthDetails().getUserId()))
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .contains(tuple("UPDATE", "clients/" + client.getId()));
        delete(id);
    }

    private static JsonNode problem(Answer check) {
        for (JsonNode problem : check.body()) {
            if (problem.path("subject").asText().equals("redirect_uris")) {
                return problem;
            }
        }
        throw new AssertionError(check.body().toString());
    }

    @Test
    void theOwnerSeesWhatTheApplicationWouldLearn() {
        String id = create(WIKI);
        String own = ALL + "/" + id + "/claims";
        String colleague = realm.person("colleague");
        realm.grant(colleague, id, "USER");

        Answer mine = api.get("keeper", own);
        assertThat(mine.body().path("preview").booleanValue()).isTrue();
        assertThat(mine.body().path("id_token").path("aud").toString()).contains(id);
        assertThat(mine.body().path("userinfo").path("email").asText()).isEqualTo("keeper@example.com");
        assertThat(api.get("keeper", own + "?user=" + colleague)
                        .body()
                        .path("userinfo")
                        .has("email"))
                .as("what was not consented to")
                .isFalse();
        assertThat(api.send("administrator", "POST", ALL + "/" + id + "/trust", null)
                        .status())
                .isEqualTo(200);
        Answer theirs = api.get("keeper", own + "?user=" + colleague + "&scope=phone%20locale");
        assertThat(theirs.body().path("userinfo").path("email").asText()).isEqualTo("colleague@example.com");
        assertThat(theirs.body().path("scopes").toString()).contains("phone", "locale");
        assertThat(api.get("keeper", own + "?user=" + editor).status())
                .as("no member")
                .isEqualTo(404);
        assertThat(api.get("keeper", own + "?user=a%0Ab").status()).isEqualTo(400);
        assertThat(api.get("keeper", own + "?scope=roles").text("field")).isEqualTo("scope");
        assertThat(api.get("auditor", own + "?user=" + colleague).status()).isEqualTo(403);
        assertThat(realm.admin().users().get(colleague).getUserSessions()).isEmpty();
        delete(id);
    }

    @Test
    void theActivityExplainsARefusedSignInToTheOwner() {
        String id = create(WIKI);
        try (Browser browser = new Browser(server.url())) {
            browser.open(realm.authorization(id, "https://wiki.example.com/wrong", "&nonce=n&state=s"));
        }
        realm.event(EventType.LOGIN_ERROR, "https://wiki.example.com/wrong");

        Answer refusals = api.get("keeper", ALL + "/" + id + "/activity?kind=refusal");

        assertThat(refusals.body()).hasSize(1);
        JsonNode refusal = refusals.body().get(0);
        assertThat(refusal.path("remedy"))
                .isEqualTo(JsonSerialization.mapper.valueToTree(
                        Map.of("action", "register_redirect_uri", "value", "https://wiki.example.com/wrong")));
        assertThat(refusal.path("code").asText()).isNotBlank();
        assertThat(String.valueOf(refusals.body())).doesNotContain("127.0.0.1");
        Answer changes = api.get("keeper", ALL + "/" + id + "/activity?kind=change&max=1");
        assertThat(changes.body().get(0).path("person").path("id").asText()).isEqualTo(maker);
        assertThat(api.get("keeper", ALL + "/" + id + "/activity?to=1").body()).isEmpty();
        for (String wrong : List.of("kind=all", "from=yesterday", "to=-1", "first=10001", "max=0")) {
            assertThat(api.get("keeper", ALL + "/" + id + "/activity?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        delete(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/avatar", "/invitations/some-id/open"})
    void aNameThatCannotExistHasNoPageEither(String page) {
        assertThat(api.exchange(api.request(ALL + "/%00" + page).build()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDocumentIsServedWithTheAddressOfTheRealm() throws Exception {
        HttpResponse<String> answer =
                api.exchange(HttpRequest.newBuilder(server.at("/realms/applications/api/openapi.json"))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode document = JsonSerialization.mapper.readTree(answer.body());
        assertThat(document.at("/servers/0/url").asText())
                .isEqualTo(server.at("/realms/applications/api").toString());
        assertThat(document.path("openapi").asText()).startsWith("3.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer x.y.z", "Basic YTpi", "bearer null"})
    void aRequestWithoutAValidTokenIsRefused(String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at("/realms/applications/api" + ALL));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        assertThat(api.exchange(request.build()).statusCode()).isEqualTo(401);
    }
}
