package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.userprofile.config.UPConfig;

import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The standard claims of OpenID Connect Core 1.0, section 5.1, that Encvoy ID does not have and Keycloak maps. */
@KeycloakServer
class StandardClaimsIT {

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "middleName", "King",
            "gender", "female",
            "website", "https://ada.example",
            "profile", "https://ada.example/about",
            "zoneinfo", "Europe/London",
            "street", "12 St James's Square",
            "locality", "London");

    private final TestServer server;

    StandardClaimsIT(TestServer server) {
        this.server = server;
    }

    private JsonNode userinfo(TestRealm realm, String... publicFields) {
        realm.person("ada", person -> {
            ATTRIBUTES.forEach(person::singleAttribute);
            person.getAttributes().put("public_profile_claims_oauth", List.of(publicFields));
        });
        return ReceivedClaims.at(server, realm, "ada", "openid profile email address")
                .userinfo();
    }

    @Test
    void canBeMadePublicAndArePrivateOtherwise() {
        TestRealm realm = TestRealm.copy(server, "standard-claims", copy -> {});
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED);
        realm.admin().users().userProfile().update(profile);
        ReceivedClaims.register(realm);

        JsonNode shown = userinfo(realm, "email", "middle_name", "gender", "website", "profile", "zoneinfo", "address");
        assertThat(shown.path("middle_name").asText()).isEqualTo("King");
        assertThat(shown.path("gender").asText()).isEqualTo("female");
        assertThat(shown.path("website").asText()).isEqualTo("https://ada.example");
        assertThat(shown.path("profile").asText()).isEqualTo("https://ada.example/about");
        assertThat(shown.path("zoneinfo").asText()).isEqualTo("Europe/London");
        assertThat(shown.path("address").path("locality").asText()).isEqualTo("London");

        JsonNode kept = userinfo(realm, "email");
        for (String claim : List.of("middle_name", "gender", "website", "profile", "zoneinfo", "address")) {
            assertThat(kept.has(claim)).as(claim).isFalse();
        }
    }
}
