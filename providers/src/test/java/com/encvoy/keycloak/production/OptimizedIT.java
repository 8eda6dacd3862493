package com.encvoy.keycloak.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.OptimizedServer;
import org.junit.jupiter.api.Test;

@KeycloakServer
class OptimizedIT {

    private final OptimizedServer server;

    OptimizedIT(OptimizedServer server) {
        this.server = server;
    }

    @Test
    void aRebuildOfTheSameCommitStartsWithoutAnotherBuildOfKeycloak() throws Exception {
        server.updateAndRestart();

        assertThat(server.log()).doesNotContain("Updating the configuration", "Quarkus augmentation", "KC-SERVICES0047");
        assertThat(get(server.at("/api/oidc/.well-known/openid-configuration")).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
