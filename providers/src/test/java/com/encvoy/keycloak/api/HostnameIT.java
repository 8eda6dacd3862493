package com.encvoy.keycloak.api;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.server.DistributionServer;
import com.encvoy.keycloak.server.OwnServer;
import com.encvoy.keycloak.server.RawHttp;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server with a fixed hostname, whose applications reach it at another address than browsers, without the optional
 * JARs with native code and without an issuer at the root.
 */
@OwnServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostnameIT {

    private final TestServer server = new DistributionServer(
            "hostname",
            "",
            List.of(
                    "--hostname=https://id.example.com",
                    "--hostname-backchannel-dynamic=true",
                    "--spi-realm-restapi-extension--api--root-issuer=false"),
            "encvoy-keycloak-native.jar",
            "lazysodium-java.jar");
    private final RawHttp http = new RawHttp(server.url());

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void issuerAndFrontChannelAreTheHostnamesAndTheBackChannelIsWhereTheApplicationAsked() throws Exception {
        JsonNode document = document(Map.of());

        assertThat(document.get("issuer").textValue()).isEqualTo("https://id.example.com/api/oidc");
        assertThat(document.get("authorization_endpoint").textValue())
                .isEqualTo("https://id.example.com/realms/encvoy/api/oidc/address/auth");
        assertThat(document.get("end_session_endpoint").textValue())
                .isEqualTo("https://id.example.com/realms/encvoy/api/oidc/address/session/end");
        assertThat(document.get("token_endpoint").textValue())
                .isEqualTo(server.at("/api/oidc/token").toString());
    }

    @Test
    void theIssuerAtTheRootCanBeSwitchedOff() {
        for (String path : List.of(
                "/.well-known/openid-configuration",
                "/oidc/.well-known/openid-configuration",
                "/oidc/token",
                "/oidc/auth",
                "/realms/encvoy/api/oidc/root/auth")) {
            assertThat(http.send("GET", path, Map.of(), "").status()).as(path).isEqualTo(404);
        }
        assertThat(http.send("GET", "/realms/encvoy/api/oidc/address/session/end", Map.of(), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void noHeaderOfTheRequestChangesTheIssuer() throws Exception {
        JsonNode document = document(Map.of("Host", "evil.example", "X-Forwarded-Host", "evil.example"));

        assertThat(document.get("issuer").textValue()).isEqualTo("https://id.example.com/api/oidc");
        assertThat(document.get("authorization_endpoint").textValue()).startsWith("https://id.example.com/");
        assertThat(document(Map.of()).get("token_endpoint").textValue())
                .isEqualTo(server.at("/api/oidc/token").toString());
    }

    @Test
    void theRedirectOfTheFrontChannelLeadsToTheHostname() {
        assertThat(http.send("GET", "/api/oidc/auth?a=b", Map.of("Host", "evil.example"), "")
                        .headers()
                        .get("Location"))
                .isEqualTo("https://id.example.com/realms/encvoy/api/oidc/address/auth?a=b");
    }

    @Test
    void withoutNativeLibrariesPeopleSignInAndKeycloaksOwnCodeHashesAndSigns() {
        // Server info then shows nothing about Keycloak's own providers. The administrator's password is hashed.
        assertThat(server.operationalInfo("password-hashing", "argon2")).isNull();
        assertThat(server.operationalInfo("signature", "RS256")).isNull();
        assertThat(TestRealm.of(server, "encvoy").person("ada")).isNotEmpty();
    }

    private JsonNode document(Map<String, String> headers) throws Exception {
        return JsonSerialization.mapper.readTree(
                http.send("GET", "/api/oidc/.well-known/openid-configuration", headers, "")
                        .body());
    }
}
