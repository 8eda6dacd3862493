package com.encvoy.keycloak.application;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.server.Imports;
import com.encvoy.keycloak.server.KeycloakServer;
import com.encvoy.keycloak.server.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

@KeycloakServer
class RealmImportIT {

    private final TestServer server;

    RealmImportIT(TestServer server) {
        this.server = server;
    }

    @Test
    void theRealmIsWhatTheReadmePromises() {
        RealmRepresentation realm = server.admin().realm("encvoy").toRepresentation();

        assertThat(realm.getDisplayName()).isEqualTo("Encvoy ID");
        assertThat(realm.getLoginTheme()).isEqualTo("encvoy");
        assertThat(realm.isRegistrationAllowed()).isTrue();
        assertThat(realm.isLoginWithEmailAllowed()).isTrue();
        assertThat(realm.isBruteForceProtected()).isTrue();
        assertThat(realm.getOfflineSessionIdleTimeout()).isEqualTo(30 * 24 * 60 * 60);
        assertThat(realm.getUsers()).as("no user ships with the realm").isNullOrEmpty();
        assertThat(server.admin().realm("encvoy").getDefaultDefaultClientScopes())
                .extracting("name")
                .contains("encvoy", "profile", "email", "basic", "acr", "roles", "web-origins");
        assertThat(server.admin().realm("encvoy").getDefaultOptionalClientScopes())
                .extracting("name")
                .contains("offline_access", "address", "phone");
    }

    @Test
    void theRealmKeepsTheEventsThatKeycloakKeepsByDefaultButForTheExchangeOfCodes() {
        List<String> kept = Arrays.stream(EventType.values())
                .filter(EventType::isSaveByDefault)
                .map(Enum::name)
                .filter(type -> !type.equals(EventType.CODE_TO_TOKEN.name()))
                .toList();

        assertThat(server.admin().realm("encvoy").toRepresentation().getEnabledEventTypes())
                .containsAll(kept)
                .doesNotContain(EventType.CODE_TO_TOKEN.name());
    }

    @Test
    void everyVariableOfTheSentryClientTakesEffect() {
        ClientRepresentation sentry = client(Imports.ALL_VARIABLES, "error-tracker");

        assertThat(sentry.getSecret()).isEqualTo("secret-from-the-environment");
        assertThat(sentry.getRootUrl()).isEqualTo("https://sentry.example.com");
        assertThat(sentry.getRedirectUris())
                .containsExactlyInAnyOrder(
                        "https://sentry.example.com/auth/sso/", "https://sentry.example.com/auth/sso");
        assertThat(sentry.getDefaultClientScopes())
                .containsExactlyInAnyOrder("acr", "basic", "email", "encvoy", "offline_access", "profile");
        assertThat(sentry.isConsentRequired()).isFalse();
        assertThat(sentry.getAttributes())
                .containsEntry("access.token.lifespan", "1800")
                .containsEntry("client.offline.session.idle.timeout", "2592000")
                .doesNotContainKey("pkce.code.challenge.method");
    }

    @Test
    void withNothingButTheSecretTheSentryClientHasItsDocumentedDefaults() {
        ClientRepresentation sentry = client(Imports.SECRET_ONLY, "sentry");

        assertThat(sentry.getSecret()).isEqualTo("secret-from-the-environment");
        assertThat(sentry.getRootUrl()).isEqualTo("http://127.0.0.1:9000");
        assertThat(sentry.getRedirectUris())
                .containsExactlyInAnyOrder("http://127.0.0.1:9000/auth/sso/", "http://127.0.0.1:9000/auth/sso");
    }

    @Test
    void withoutAnyVariableTheSecretIsRandom() {
        String secret = client(Imports.NO_VARIABLE, "sentry").getSecret();

        assertThat(secret).matches("[A-Za-z0-9]{32,}");
        assertThat(server.log())
                .contains("Client 'sentry' of realm 'encvoy-no-variable' came without a secret of its own")
                .doesNotContain(secret);
    }

    @Test
    void aClientWithAPublishedSecretCannotBeMadeInTheConsoleEither() {
        RealmResource realm = server.admin().realm(Imports.NO_VARIABLE);
        for (String published : List.of("${SOME_SECRET}", "", "  ")) {
            ClientRepresentation client = new ClientRepresentation();
            client.setClientId("pasted-template");
            client.setSecret(published);
            realm.clients().create(client).close();

            ClientRepresentation created = client(Imports.NO_VARIABLE, "pasted-template");
            assertThat(created.getSecret()).matches("[A-Za-z0-9]{32,}");

            created.setSecret(published);
            realm.clients().get(created.getId()).update(created);
            assertThat(client(Imports.NO_VARIABLE, "pasted-template").getSecret())
                    .matches("[A-Za-z0-9]{32,}");
            realm.clients().get(created.getId()).remove();
        }
    }

    private ClientRepresentation client(String realm, String clientId) {
        return server.admin().realm(realm).clients().findByClientId(clientId).get(0);
    }
}
