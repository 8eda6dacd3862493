package com.encvoy.keycloak.admin;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AdminClientTest {

    private static final String TOKEN = "POST /realms/master/protocol/openid-connect/token";
    private static final String REALM = "GET /admin/realms/staff";

    private final FakeServer server;

    AdminClientTest() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AdminClient client(AdminLogin login) throws NoSuchAlgorithmException {
        return new AdminClient(new AdminTransport(server.url(), SSLContext.getDefault(), Duration.ZERO), login);
    }

    private AdminClient person() throws NoSuchAlgorithmException {
        return client(AdminLogin.person("master", "admin", "the password"));
    }

    private static String token(String access, int seconds) {
        return "{\"access_token\":\"" + access + "\",\"refresh_token\":\"refresh-" + access + "\",\"expires_in\":"
                + seconds + "}";
    }

    @Test
    void aTokenIsUsedUntilItEnds() throws Exception {
        server.answering(TOKEN, 200, token("first", 600)).answering(REALM, 200, "{\"realm\":\"staff\"}");
        AdminRealm realm = person().realm("staff");

        assertThat(realm.get("").path("realm").asText()).isEqualTo("staff");
        realm.get("");

        assertThat(server.requests())
                .hasSize(3)
                .first()
                .asString()
                .contains("grant_type=password", "username=admin", "password=the+password");
        assertThat(server.requests().get(2)).contains("Bearer first");
    }

    @Test
    void aTokenThatEndsIsRenewedAndOneThatCannotBeIsAskedForAnew() throws Exception {
        server.answering(TOKEN, 200, token("first", 1))
                .answering(TOKEN, 200, token("second", 1))
                .answering(TOKEN, 400, "{\"error\":\"invalid_grant\"}")
                .answering(TOKEN, 200, token("third", 600))
                .answering(REALM, 200, "{}");
        AdminRealm realm = person().realm("staff");

        realm.get("");
        realm.get("");
        realm.get("");

        assertThat(server.requests().stream()
                        .map(request -> request.replaceAll("(?s).*(grant_type=\\w+|Bearer \\w+).*", "$1")))
                .containsExactly(
                        "grant_type=password",
                        "Bearer first",
                        "grant_type=refresh_token",
                        "Bearer second",
                        "grant_type=refresh_token",
                        "grant_type=password",
                        "Bearer third");
    }

    @Test
    void aTokenThatTheServerRefusesIsReplacedOnce() throws Exception {
        server.answering(TOKEN, 200, token("first", 600))
                .answering(TOKEN, 200, token("second", 600))
                .answering(REALM, 401, "")
                .answering(REALM, 200, "{}");

        assertThat(person().send("GET", "/admin/realms/staff", null).status()).isEqualTo(200);
        assertThat(server.requests()).hasSize(4).last().asString().contains("Bearer second");
    }

    @Test
    void aClientSignsInWithItsSecret() throws Exception {
        server.answering(TOKEN, 200, "{\"access_token\":\"mine\"}").answering(REALM, 200, "{}");

        client(AdminLogin.client("master", "mover", "the secret"))
                .realm("staff")
                .get("");

        assertThat(server.requests())
                .first()
                .asString()
                .contains("client_id=mover", "grant_type=client_credentials", "client_secret=the+secret");
    }

    @Test
    void aServerThatIsStartingIsWaitedForAndOneThatStaysAwayIsReported() throws Exception {
        server.answering(TOKEN, 200, token("first", 600))
                .answering(REALM, 503, "")
                .answering(REALM, 200, "{}")
                .answering("GET /admin/realms/other", 503, "");
        AdminClient client = person();

        assertThat(client.realm("staff").get("").isObject()).isTrue();
        AdminException failure = catchThrowableOfType(
                AdminException.class, () -> client.realm("other").get(""));

        assertThat(failure).hasMessageContaining("503");
        assertThat(failure.isUnreachable()).isTrue();
    }

    @Test
    void aWrongPasswordIsReportedWithoutIt() throws Exception {
        server.answering(TOKEN, 401, "{\"error_description\":\"Invalid user credentials\"}");
        AdminRealm realm = person().realm("staff");

        AdminException failure = catchThrowableOfType(AdminException.class, () -> realm.get(""));

        assertThat(failure).hasMessageContaining("Invalid user credentials").hasMessageNotContaining("the password");
        assertThat(failure.isUnreachable()).isTrue();
        assertThat(AdminLogin.person("master", "admin", "the password").toString())
                .doesNotContain("the password");
    }

    @Test
    void aRefusalIsReportedWithKeycloaksReason() throws Exception {
        server.answering(TOKEN, 200, token("first", 600))
                .answering("POST /admin/realms/staff/roles", 409, "{\"errorMessage\":\"Role exists\"}")
                .answering("PUT /admin/realms/staff", 403, "");
        AdminRealm realm = person().realm("staff");
        JsonNode body = new ObjectMapper().createObjectNode().put("secret", "hidden");

        assertThatThrownBy(() -> realm.post("/roles", body))
                .hasMessage("The server refused POST /admin/realms/staff/roles (status 409, Role exists).");
        assertThatThrownBy(() -> realm.put("", body)).hasMessageContaining("lacks a role");
        assertThat(realm.send("POST", "/roles", body).status()).isEqualTo(AdminAnswer.EXISTS);
        assertThat(realm.get("/roles/none").isMissingNode()).isTrue();
    }

    @Test
    void aServerThatDoesNotAnswerIsReported() {
        AdminLogin login = AdminLogin.person("master", "admin", "x");
        AdminException failure = catchThrowableOfType(
                AdminException.class,
                () -> new AdminClient(URI.create("http://localhost:1"), login, SSLContext.getDefault())
                        .realm("staff")
                        .get(""));

        assertThat(failure.isUnreachable()).isTrue();
        assertThat(failure).hasMessageContaining("http://localhost:1 does not answer");
    }

    @Test
    void listsAreReadAPageAtATime() throws Exception {
        server.answering(TOKEN, 200, token("first", 600))
                .answering("GET /admin/realms/M%C3%BCller%20%26%20S%C3%B6hne/clients?first=0&max=2", 200, "[1,2]")
                .answering("GET /admin/realms/M%C3%BCller%20%26%20S%C3%B6hne/clients?first=2&max=2", 200, "[3]");
        List<Integer> read = new ArrayList<>();

        for (JsonNode element : person().realm("M\u00fcller & S\u00f6hne").pages("/clients", 2)) {
            read.add(element.asInt());
        }

        assertThat(read).containsExactly(1, 2, 3);
    }
}
