package com.encvoy.keycloak.api.pictures;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures that an administrator brings from elsewhere. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportedPicturesIT {

    /** One pixel. */
    private static final String PNG = "{\"picture\":\"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhf"
            + "DwAChwGA60e6kgAAAABJRU5ErkJggg==\"}";

    private static final String ID = "0123456789abcdef0123456789ABCDEF";

    private final TestServer server;
    private TestRealm realm;
    private String ada;

    ImportedPicturesIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeRealm() {
        realm = TestRealm.copy(server, "imported-pictures", copy -> {});
        ada = realm.person("ada");
    }

    private HttpResponse<String> send(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.at("/admin/realms/imported-pictures/encvoy-pictures/" + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(server.admin().tokenManager().getAccessTokenString(), method, path, body);
    }

    @Test
    void aPictureIsKeptAtItsAddressAndRemoved() throws IOException, InterruptedException {
        assertThat(send("PUT", "people/" + ada + "/" + ID, PNG).statusCode()).isEqualTo(204);

        URI address = server.at("/realms/imported-pictures/api/pictures/" + ID);
        assertThat(served(address)).as("no attribute names it").isEqualTo(404);
        realm.change(ada, user -> user.singleAttribute("picture", address.toString()));
        assertThat(served(address)).isEqualTo(200);
        assertThat(send("DELETE", "people/" + ada, null).statusCode()).isEqualTo(204);
        assertThat(served(address)).isEqualTo(404);
    }

    private static int served(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void whatWouldBeKeptIsAnswered() throws IOException, InterruptedException {
        JsonNode person =
                JsonSerialization.mapper.readTree(send("POST", "people", PNG).body());
        assertThat(person.path("image").path(0).asText()).startsWith("0:iVBOR");

        JsonNode logo =
                JsonSerialization.mapper.readTree(send("POST", "logos", PNG).body());
        assertThat(logo.path("image").asText()).startsWith("iVBOR");
        assertThat(logo.path("version").asText()).matches("[0-9a-f]{8}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, people, '{\"picture\":\"no base64\"}', 400",
        "POST, people, '{\"picture\":\"AAAA\"}', 400",
        "POST, logos, '{}', 400",
        "POST, logos, 'null', 400",
        "PUT, people/ADA/too-short, PNG, 400",
        "PUT, people/no-one/" + ID + ", PNG, 404",
        "DELETE, people/no-one, PNG, 404"
    })
    void whatCannotBeKeptIsRefused(String method, String path, String body, int status)
            throws IOException, InterruptedException {
        assertThat(send(method, path.replace("ADA", ada), body.replace("PNG", PNG))
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"POST, people", "POST, logos", "PUT, people/ADA/" + ID, "DELETE, people/ADA"})
    void onlyAdministratorsMayDoSo(String method, String path) throws IOException, InterruptedException {
        for (String token : List.of("no token", tokenOfAda())) {
            assertThat(send(token, method, path.replace("ADA", ada), PNG).statusCode())
                    .isIn(401, 403);
        }
    }

    private String tokenOfAda() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.at("/realms/imported-pictures/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=ada"
                                        + "&password=" + TestRealm.PASSWORD.replace(" ", "+")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return JsonSerialization.mapper
                .readTree(answer.body())
                .path("access_token")
                .asText();
    }
}
