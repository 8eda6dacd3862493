package com.encvoy.keycloak.movein;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications that moved in. */
@KeycloakServer
class MovedApplicationsIT {

    private final TestServer server;
    private final MovedRealm moved;
    private final TestRealm realm;

    MovedApplicationsIT(TestServer server) {
        this.server = server;
        this.moved = MovedRealm.on(server);
        this.realm = moved.realm();
    }

    @Test
    void settingsOfApplicationsComeAlong() {
        ClientRepresentation wiki = realm.client(Wiki.ID);

        assertThat(wiki.getRedirectUris()).containsExactlyInAnyOrder(Wiki.PAGE, "https://wiki.example.com/second");
        assertThat(wiki.getAttributes())
                .containsEntry("encvoy.access_token_ttl", "600")
                .containsEntry("encvoy.refresh_token_ttl", "60")
                .containsEntry("encvoy.required_fields", "email")
                .containsEntry("encvoy.widget_title", "Welcome to APP_NAME")
                .containsEntry("encvoy.big_providers", "custom-2 github")
                .containsEntry("encvoy.catalog_type", "Tools")
                .doesNotContainKey("encvoy.issuer");
        ClientRepresentation shipped = realm.client("error-tracker");
        assertThat(wiki.getDefaultClientScopes())
                .isNotEmpty()
                .allMatch(shipped.getDefaultClientScopes()::contains)
                .doesNotContain("offline_access");
        assertThat(wiki.getOptionalClientScopes())
                .contains("offline_access")
                .containsAll(shipped.getOptionalClientScopes());
        assertThat(realm.client("spa-00000000000000000").isPublicClient()).isTrue();
        ClientRepresentation closed = realm.client(MovedRealm.CLOSED);
        assertThat(closed.getName()).isEqualTo("Closed  b");
        assertThat(closed.getAttributes())
                .containsEntry("encvoy.issuer", "root")
                .doesNotContainKeys("encvoy.avatar", "encvoy.avatar_image", "encvoy.cover");
        assertThat(realm.admin().clients().findByClientId("organisation-00000000"))
                .isEmpty();
    }

    @Test
    void logosAreServedByTheRealmItself() throws IOException, InterruptedException {
        String logo = realm.client(Wiki.ID).getAttributes().get("encvoy.avatar");
        assertThat(logo).startsWith("/realms/moved/api/applications/" + Wiki.ID + "/avatar?v=");
        String ofRealm = moved.settings().getAttributes().get("encvoy.avatar");
        assertThat(ofRealm).startsWith("/realms/moved/api/avatar?v=");

        for (String path : List.of(logo, ofRealm)) {
            HttpResponse<byte[]> served = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        }
    }

    @Test
    void anotherApplicationSignsInWithItsSecret() {
        realm.grant("42", MovedRealm.CLOSED, "USER");
        String page = "https://closed.example.com/cb";
        try (Browser browser = new Browser(server.url())
                .reading("en")
                .open(realm.authorization(MovedRealm.CLOSED, page, ""))
                .signIn("arthur", EncvoyId.PASSWORD)) {
            Application closed = Application.atEncvoyAddress(
                    server, realm, MovedRealm.CLOSED, "secret-of-the-closed-application-000000000000");

            JsonNode tokens = closed.redeem(browser.address(), page).json();

            assertThat(Application.claims(tokens.path("id_token").asText())
                            .path("iss")
                            .asText())
                    .as("%s", tokens)
                    .isEqualTo(server.url() + "/realms/moved/api/oidc");
        }
    }

    @Test
    void openInvitationsAreFromTheOwnerAndForSomeDays() {
        String invitation = realm.admin()
                .clients()
                .get(realm.client(MovedRealm.CLOSED).getId())
                .roles()
                .get("USER")
                .toRepresentation()
                .getAttributes()
                .get("encvoy.invitation.guest@example.com")
                .get(0);

        assertThat(invitation)
                .startsWith("7b0ff3a4-1c1d-4b7a-9c52-000000000001 1735689600 ")
                .endsWith(" 1");
    }

    @Test
    void anApplicationWithAWrongSecretIsRefused() {
        Application wrong = Application.atEncvoyAddress(server, realm, Wiki.ID, "another secret");

        assertThat(wrong.token("authorization_code", Map.of("code", "x", "redirect_uri", Wiki.PAGE))
                        .text("error"))
                .isIn("invalid_client", "unauthorized_client");
    }
}
