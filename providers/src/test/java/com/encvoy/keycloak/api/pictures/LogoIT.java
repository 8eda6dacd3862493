package com.encvoy.keycloak.api.pictures;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Uploaded logos as browsers load them. */
@KeycloakServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogoIT {

    /** One pixel. */
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private static final String LOGO = "/realms/logos/api/applications/error-tracker/avatar";

    private final TestServer server;

    LogoIT(TestServer server) {
        this.server = server;
    }

    @BeforeAll
    void giveLogos() {
        TestRealm realm = TestRealm.copy(server, "logos", copy -> {});
        realm.settings("error-tracker", Map.of("encvoy.avatar_image", PNG));
        realm.application("without", "a-secret-of-the-tests", "https://wiki.example.com/");
        realm.application("broken", "a-secret-of-the-tests", "https://wiki.example.com/");
        realm.settings(
                "broken",
                Map.of(
                        "encvoy.avatar_image",
                        Base64.getEncoder()
                                .encodeToString("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))));
        RealmRepresentation changed = realm.admin().toRepresentation();
        changed.getAttributes().put("encvoy.avatar_image", PNG);
        realm.admin().update(changed);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {LOGO, "/realms/logos/api/avatar"})
    void aLogoIsServedToEveryBrowserAndCanDoNothing(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(Base64.getDecoder().decode(PNG));
        assertThat(header(response, "Content-Type")).isEqualTo("image/png");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(response, "Set-Cookie")).isEmpty();
    }

    @Test
    void theAddressOfThisPictureIsKeptAndThatOfAnotherIsNot() throws IOException, InterruptedException {
        String version = header(get(LOGO), "ETag").replace("\"", "");

        assertThat(header(get(LOGO + "?v=" + version), "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(get(LOGO + "?v=00000000"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatABrowserHasIsNotSentAgain() throws IOException, InterruptedException {
        String tag = header(get(LOGO), "ETag");

        HttpResponse<byte[]> known = get(LOGO, "If-None-Match", "\"other\", W/" + tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo(tag);
        assertThat(get(LOGO, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"without", "broken", "no-such-application", "..%2f..", "%00"})
    void whereThereIsNoLogoThereIsNothing(String clientId) throws IOException, InterruptedException {
        assertThat(get("/realms/logos/api/applications/" + clientId + "/avatar").statusCode())
                .isBetween(400, 404);
    }
}
