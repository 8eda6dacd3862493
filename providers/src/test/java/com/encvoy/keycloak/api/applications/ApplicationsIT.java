package com.encvoy.keycloak.api;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.events.admin.OperationType;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationsIT {

    private static final String SENTRY = "error-tracker";

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private TestRealm realm;
    private String editor;

    ApplicationsIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makePeople() {
        realm = TestRealm.copy(server, "applications", copy -> {});
        ClientRepresentation cli = realm.client("admin-cli");
        cli.setFullScopeAllowed(true);
        cli.getAttributes().put("client.use.lightweight.access.token.enabled", "false");
        realm.admin().clients().get(cli.getId()).update(cli);
        editor = realm.person("editor");
        realm.grant(editor, SENTRY, "EDITOR");
        realm.grant(realm.person("member"), SENTRY, "USER");
        realm.grant(realm.person("administrator"), "realm-management", "manage-clients");
    }

    private record Answer(int status, JsonNode body) {}

    private Answer send(String username, String method, String path, String body) throws Exception {
        try (Keycloak client = KeycloakBuilder.builder()
                .serverUrl(server.url().toString())
                .realm("applications")
                .clientId("admin-cli")
                .username(username)
                .password(TestRealm.PASSWORD)
                .build()) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(server.at("/realms/applications/api/applications" + path))
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json")
                            .header(
                                    "Authorization",
                                    "Bearer " + client.tokenManager().getAccessTokenString())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JsonSerialization.mapper.readTree(response.body()));
        }
    }

    @Test
    void anEditorChangesASettingAndItHolds() throws Exception {
        Answer answer = send("editor", "PATCH", "/" + SENTRY + "/settings", "{\"encvoy.access_token_ttl\":\"600\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("encvoy.access_token_ttl").asText()).isEqualTo("600");
        assertThat(realm.client(SENTRY).getAttributes())
                .containsEntry("encvoy.access_token_ttl", "600")
                .containsEntry("access.token.lifespan", "600");
        assertThat(realm.admin().getAdminEvents())
                .filteredOn(event -> editor.equals(event.getAuthDetails().getUserId()))
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .contains(tuple("UPDATE", "clients/" + realm.client(SENTRY).getId()));
        assertThat(send("editor", "PATCH", "/" + SENTRY + "/settings", "{\"encvoy.access_token_ttl\":null}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"encvoy.authorize_only_admins\":\"yes\"}', encvoy.authorize_only_admins",
        "'{\"encvoy.image_hosts\":\"evil.example.com\"}', encvoy.image_hosts",
        "'{\"access.token.lifespan\":\"99999\"}', access.token.lifespan",
        "'{\"encvoy.contact\":7}', encvoy.contact",
        "'[]',",
        "'',"
    })
    void aWrongValueIsRefusedAndNamed(String body, String field) throws Exception {
        Answer answer = send("editor", "PATCH", "/" + SENTRY + "/settings", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText()).isEqualTo("invalid_request");
        assertThat(answer.body().path("field").asText(null)).isEqualTo(field);
    }

    @Test
    void membersReadAndChangeNothing() throws Exception {
        assertThat(send("member", "GET", "/" + SENTRY + "/settings", null).status())
                .isEqualTo(403);
        assertThat(send("member", "PATCH", "/" + SENTRY + "/settings", "{\"encvoy.contact\":\"me\"}")
                        .status())
                .isEqualTo(403);
        assertThat(send("editor", "GET", "/another/settings", null).status())
                .as("an application that does not exist")
                .isEqualTo(403);
        assertThat(send("editor", "POST", "", "{\"template\":\"grafana\",\"url\":\"https://g.example.com\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAdministratorCreatesAnApplicationFromATemplateAndPastesItsConfiguration() throws Exception {
        String body = "{\"template\":\"grafana\",\"url\":\"https://grafana.example.com/\",\"client_id\":\"graphs\"}";

        Answer created = send("administrator", "POST", "", body);

        assertThat(created.status()).as(String.valueOf(created.body())).isEqualTo(201);
        ClientRepresentation client = realm.client("graphs");
        assertThat(client.getRootUrl()).isEqualTo("https://grafana.example.com");
        assertThat(client.isFullScopeAllowed()).isFalse();
        assertThat(created.body().path("client_secret").asText()).isNotEmpty().isEqualTo(client.getSecret());
        assertThat(created.body().path("configuration").asText())
                .contains(
                        "client_id = graphs",
                        "client_secret = " + client.getSecret(),
                        server.at("/realms/applications/api/oidc/auth").toString());
        assertThat(realm.admin().getAdminEvents())
                .anySatisfy(event -> assertThat(event.getOperationType()).isEqualTo(OperationType.CREATE.name()))
                .noneSatisfy(event ->
                        assertThat(String.valueOf(event.getRepresentation())).contains(client.getSecret()));

        assertThat(send("administrator", "POST", "", body).status()).isEqualTo(409);
        assertThat(send("administrator", "POST", "", body.replace("grafana\"", "grafanas\""))
                        .status())
                .isEqualTo(400);
        assertThat(send(
                                "administrator",
                                "POST",
                                "",
                                body.replace("https:", "http:").replace("graphs", "other"))
                        .status())
                .isEqualTo(400);
    }
}
