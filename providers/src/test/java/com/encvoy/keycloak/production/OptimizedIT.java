package com.encvoy.keycloak.production;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.sentry.Sentry;
import com.encvoy.keycloak.sentry.SentryLogin;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OptimizedServer;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.TestRealm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

@OwnServer
@KeycloakServer
@WithDistribution
class OptimizedIT {

    private final OptimizedServer server;

    OptimizedIT(OptimizedServer server) {
        this.server = server;
    }

    @Test
    void readinessTellsOfThePackAndOfTheRootRealm() throws Exception {
        JsonNode ready = new ObjectMapper()
                .readTree(get(server.management("/health/ready")).body());

        assertThat(ready.path("status").asText()).isEqualTo("UP");
        assertThat(ready.path("checks"))
                .filteredOn(check -> check.path("name").asText().equals("Encvoy ID for Keycloak"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.path("data").path("version").asText()).isNotEmpty();
                    assertThat(check.path("data").path("root realm").asText()).isEqualTo("encvoy");
                    assertThat(check.path("data").path("root realm exists").asBoolean())
                            .isTrue();
                });
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere Java signs")
    void tokensAreSignedByTheOpenSslOfTheSystemAndServerInfoSaysSo() {
        assertThat(server.operationalInfo("signature", "RS256"))
                .hasEntrySatisfying(
                        "Computed by", library -> assertThat(library).startsWith("OpenSSL 3."));
    }

    @Test
    void aServerWithoutTheRootRealmIsReadyAndSaysSo() throws Exception {
        RealmResource realm = server.admin().realm("encvoy");
        rename(realm, "elsewhere");
        try {
            HttpResponse<String> ready = get(server.management("/health/ready"));
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(new ObjectMapper().readTree(ready.body()).path("status").asText())
                    .isEqualTo("UP");
            assertThat(ready.body()).contains("\"root realm exists\": false");
        } finally {
            rename(server.admin().realm("elsewhere"), "encvoy");
        }
    }

    @Test
    void eventsOfPeopleAreCountedPerApplication() throws Exception {
        TestRealm realm = TestRealm.imported(server);
        realm.person("counted");
        Sentry sentry = new Sentry(realm.sentry("/api/oidc"));
        try (Browser browser = new Browser(server.url())) {
            SentryLogin login = sentry.startLogin();
            login.callback(browser.open(login.authorizationUrl())
                    .signIn("counted", TestRealm.PASSWORD)
                    .address());
        }

        assertThat(get(server.management("/metrics"))
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("keycloak_user_events_total{")
                                && line.contains("client_id=\"error-tracker\"")))
                .anyMatch(line -> line.contains("event=\"login\"") && line.contains("realm=\"encvoy\""))
                .anyMatch(line -> line.contains("event=\"code_to_token\""));
    }

    private static void rename(RealmResource realm, String name) {
        RealmRepresentation renamed = realm.toRepresentation();
        renamed.setRealm(name);
        realm.update(renamed);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
