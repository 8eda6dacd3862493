package com.encvoy.keycloak.movein;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;

import com.encvoy.keycloak.browser.Browser;
import com.encvoy.keycloak.server.Application;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestRealm;
import com.encvoy.keycloak.server.TestServer;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What all applications share after a move: settings of the realm, keys, identity providers. */
@KeycloakServer
class MovedSettingsIT {

    private final TestServer server;
    private final MovedRealm moved;
    private final TestRealm realm;

    MovedSettingsIT(TestServer server) {
        this.server = server;
        this.moved = MovedRealm.on(server);
        this.realm = moved.realm();
    }

    @Test
    void settingsOfTheSystemAreThoseOfTheRealm() {
        RealmRepresentation settings = moved.settings();

        assertThat(settings.getAttributes())
                .containsEntry("encvoy.bcrypt_passwords", "true")
                .containsEntry("encvoy.catalog", "true")
                .containsEntry("encvoy.cover_mode", "INHERIT")
                .containsEntry("encvoy.default_public_profile_claims_oauth", "id picture nickname");
        assertThat(settings.getDefaultLocale()).isEqualTo("de");
        assertThat(settings.isRegistrationAllowed()).isFalse();
        assertThat(settings.getPasswordPolicy()).contains("length(8)", "regexPattern(");
        assertThat(settings.getSmtpServer())
                .containsEntry("host", "mail.example.com")
                .containsEntry("port", "465")
                .containsEntry("from", "id@example.com")
                .containsEntry("ssl", "true")
                .containsEntry("auth", "true")
                .containsEntry("user", "id@example.com")
                .containsKey("password")
                .doesNotContainValue("mail-secret");
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        assertThat(profile.getAttribute("username").getValidations()).containsKey("encvoy-username");
        UPAttribute floor = profile.getAttribute("custom_fields.floor");
        assertThat(floor.getDisplayName()).isEqualTo("Floor");
        assertThat(floor.getValidations().get("pattern"))
                .containsEntry("error-message", "A floor is a number.")
                .hasEntrySatisfying("pattern", pattern -> assertThat("7").matches(pattern.toString()));
    }

    @Test
    void identityProvidersAndLinkedAccountsComeAlong() {
        IdentityProviderRepresentation company =
                realm.admin().identityProviders().get("custom-2").toRepresentation();

        assertThat(company.getProviderId()).isEqualTo("oidc");
        assertThat(company.getConfig())
                .containsEntry("clientId", "c")
                .containsEntry("issuer", "https://login.example.org")
                .containsEntry("tokenUrl", "https://login.example.org/token")
                .containsEntry("defaultScope", "openid email")
                .containsKey("clientSecret");
        assertThat(realm.admin()
                        .identityProviders()
                        .get("github")
                        .toRepresentation()
                        .getConfig())
                .containsEntry("clientId", "gh");
        assertThat(realm.admin().users().get("25").getFederatedIdentity())
                .extracting(link -> link.getIdentityProvider() + " " + link.getUserId())
                .containsExactlyInAnyOrder("github 4711", "custom-2 company-7");
        assertThat(moved.person("25").getAttributes()).containsEntry("public_external_accounts", List.of("github"));
    }

    @Test
    void anOldIdTokenCanStillBeVerifiedAndNothingIsSignedWithItsKey() throws Exception {
        String old = moved.encvoy().key().idToken("42");
        JsonNode published = Application.send(HttpRequest.newBuilder(server.at("/realms/moved/api/oidc/jwks"))
                        .build())
                .json()
                .path("keys");
        JsonNode key = null;
        for (JsonNode candidate : published) {
            key = candidate.path("kid").asText().equals(OldKey.ID) ? candidate : key;
        }

        assertThat(key).as("%s", published).isNotNull();
        assertThat(OldKey.verifies(old, key)).isTrue();
        assertThat(realm.admin().keys().getKeyMetadata().getActive()).doesNotContainValue(OldKey.ID);
        try (Browser browser = moved.wiki().visit()) {
            JsonNode tokens = moved.wiki().tokens(browser.signIn("arthur", EncvoyId.PASSWORD));
            for (String token : List.of("id_token", "access_token")) {
                String header = new String(
                        Base64.getUrlDecoder().decode(tokens.get(token).asText().split("\\.")[0]),
                        StandardCharsets.UTF_8);
                assertThat(header).contains("\"kid\"").doesNotContain(OldKey.ID);
            }
        }
    }
}
