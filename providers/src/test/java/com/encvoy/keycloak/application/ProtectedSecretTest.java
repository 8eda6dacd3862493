package com.encvoy.keycloak.application;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.vault.VaultStringSecret;
import org.keycloak.vault.VaultTranscriber;

import com.encvoy.keycloak.memory.LogLines;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class ProtectedSecretTest {

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");

    @BeforeEach
    void withSecret() {
        when(client.getClientAuthenticatorType()).thenReturn("client-secret");
        when(client.getSecret()).thenReturn("${SENTRY_CLIENT_SECRET}");
    }

    private void update() {
        ClientModel.ClientUpdatedEvent event = Stub.of(ClientModel.ClientUpdatedEvent.class);
        when(event.getUpdatedClient()).thenReturn(client);
        when(event.getKeycloakSession()).thenAnswer(call -> session.model());
        new ClientSecretGuard().onEvent(event);
    }

    private void isReplaced(boolean replaced) {
        verify(client, replaced ? times(1) : never()).setSecret(matches("[A-Za-z0-9_-]{32,}"));
    }

    @ParameterizedTest
    @CsvSource({"client-secret, true", "client-secret-jwt, true", "client-jwt, false", "client-x509, false", ", false"})
    void aClientThatAuthenticatesWithASecretGetsOneOfItsOwn(String authenticator, boolean replaced) {
        when(client.getClientAuthenticatorType()).thenReturn(authenticator);

        update();

        isReplaced(replaced);
    }

    @Test
    void aPublicClientNeedsNone() {
        when(client.isPublicClient()).thenReturn(true);
        update();
        isReplaced(false);
    }

    @Test
    void aBearerOnlyClientNeedsNone() {
        when(client.isBearerOnly()).thenReturn(true);
        update();
        isReplaced(false);
    }

    @Test
    void aSecretOfItsOwnStays() {
        when(client.getSecret()).thenReturn("4f9ZtJb0ZyM2xR7s");
        update();
        isReplaced(false);
    }

    @ParameterizedTest
    @CsvSource({"found", ","})
    void aReferenceToTheVaultStaysWhetherTheVaultKnowsItOrNot(String secret) {
        VaultTranscriber vault = Stub.of(VaultTranscriber.class);
        VaultStringSecret entry = Stub.of(VaultStringSecret.class);
        when(client.getSecret()).thenReturn("${vault.sentry}");
        when(session.model().vault()).thenReturn(vault);
        when(vault.getStringSecret("${vault.sentry}")).thenReturn(entry);
        when(entry.get()).thenReturn(Optional.ofNullable(secret));

        try (LogLines log = LogLines.of(ClientSecretGuard.class.getName())) {
            update();
            assertThat(log.lines()).hasSize(secret == null ? 1 : 0);
        }

        verify(client, never()).setSecret(any());
    }

    @ParameterizedTest
    @CsvSource({"**********, true", "'', true", "'${ROTATED}', true", "4f9ZtJb0ZyM2xR7s, false", ", false"})
    void aRotatedSecretThatIsPublishedIsRemoved(String rotated, boolean removed) {
        when(client.getSecret()).thenReturn("4f9ZtJb0ZyM2xR7s");
        when(client.getAttribute("client.secret.rotated")).thenReturn(rotated);

        update();

        verify(client, times(removed ? 1 : 0)).removeAttribute("client.secret.rotated");
        isReplaced(false);
    }

    @Test
    void everyClientOfANewRealmIsProtected() {
        RealmModel.RealmPostCreateEvent event = Stub.of(RealmModel.RealmPostCreateEvent.class);
        when(event.getCreatedRealm()).thenAnswer(call -> realm.model());
        when(event.getKeycloakSession()).thenAnswer(call -> session.model());

        new ClientSecretGuard().onEvent(event);

        isReplaced(true);
    }

    @Test
    void otherEventsAreIgnored() {
        assertThatCode(() -> new ClientSecretGuard().onEvent(new ProviderEvent() {}))
                .doesNotThrowAnyException();
        isReplaced(false);
    }
}
