package com.encvoy.keycloak.application;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class NarrowScopeTest {

    private static final String CONSOLE = "/admin/realms/encvoy/clients";
    private static final String REGISTRATION = "/realms/encvoy/clients-registrations/openid-connect";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final ClientModel client = realm.client("sentry");
    private final ClientScopeModel scope = Stub.of(ClientScopeModel.class);
    private final Map<String, ClientScopeModel> scopes = new HashMap<>();
    private final NarrowScope narrow = new NarrowScope();

    @BeforeEach
    void wideClient() {
        when(scope.getName()).thenReturn("encvoy");
        when(scope.getId()).thenReturn("encvoy-id");
        when(realm.model().getClientScopesStream()).thenAnswer(call -> Stream.of(scope));
        when(realm.model().getDefaultClientScopesStream(true)).thenAnswer(call -> Stream.of(scope));
        when(client.getProtocol()).thenReturn("openid-connect");
        when(client.isFullScopeAllowed()).thenReturn(true);
        when(client.getClientScopes(true)).thenReturn(scopes);
        KeycloakSessionUtil.setKeycloakSession(session.model());
    }

    @AfterEach
    void endSession() {
        KeycloakSessionUtil.setKeycloakSession(null);
    }

    private void create() {
        ClientModel.ClientCreationEvent event = Stub.of(ClientModel.ClientCreationEvent.class);
        when(event.getCreatedClient()).thenReturn(client);
        narrow.onEvent(event);
    }

    private void update(String path) {
        session.setPath(path);
        ClientModel.ClientUpdatedEvent event = Stub.of(ClientModel.ClientUpdatedEvent.class);
        when(event.getUpdatedClient()).thenReturn(client);
        when(event.getKeycloakSession()).thenAnswer(call -> session.model());
        narrow.onEvent(event);
    }

    private void narrowed(boolean narrowed) {
        verify(client, narrowed ? times(1) : never()).setFullScopeAllowed(false);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                CONSOLE + ", true",
                REGISTRATION + ", true",
                "/admin/realms/encvoy/partialImport, false",
                "'', false",
                "none, false"
            })
    void aNewClientStartsNarrowUnlessItIsImported(String path, boolean narrowed) {
        create();
        update(path);

        narrowed(narrowed);
    }

    @Test
    void theFirstUpdateNarrowsAndOthersLeaveItAsWideAsItIs() {
        update(CONSOLE);
        narrowed(false);
        create();
        update(CONSOLE);
        update(CONSOLE);

        narrowed(true);
    }

    @Test
    void aClientThatUpdatesItselfCannotWidenItself() {
        update(REGISTRATION + "/sentry");

        narrowed(true);
    }

    @Test
    void aClientThatIsNarrowIsNotWritten() {
        when(client.isFullScopeAllowed()).thenReturn(false);
        create();
        update(CONSOLE);

        narrowed(false);
    }

    @Test
    void aClientOfAnotherProtocolIsLeftAlone() {
        when(client.getProtocol()).thenReturn("saml");
        create();
        update(CONSOLE);

        narrowed(false);
    }

    @Test
    void aRealmWithoutTheScopeIsLeftAlone() {
        when(scope.getName()).thenReturn("other");
        create();
        update(REGISTRATION);

        narrowed(false);
        verify(client, never()).addClientScope(any(), anyBoolean());
    }

    @Test
    void aRealmIsLeftAloneWhileItIsImported() {
        RealmModel.RealmCreationEvent begun = Stub.of(RealmModel.RealmCreationEvent.class);
        when(begun.getCreatedRealm()).thenAnswer(call -> realm.model());
        when(begun.getKeycloakSession()).thenAnswer(call -> session.model());
        narrow.onEvent(begun);
        create();
        update(CONSOLE);
        narrowed(false);

        RealmModel.RealmPostCreateEvent done = Stub.of(RealmModel.RealmPostCreateEvent.class);
        when(done.getCreatedRealm()).thenAnswer(call -> realm.model());
        when(done.getKeycloakSession()).thenAnswer(call -> session.model());
        narrow.onEvent(done);
        create();
        update(CONSOLE);
        narrowed(true);
    }

    @Test
    void aClientIsNotRememberedWhereThereIsNoSession() {
        KeycloakSessionUtil.setKeycloakSession(null);
        create();
        update(CONSOLE);

        narrowed(false);
    }

    @Test
    void aClientThatRegistersItselfGetsTheScopeThatGuardsPeople() {
        update(REGISTRATION);

        verify(client).addClientScope(scope, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it has it", "it is no default of the realm", "an administrator leaves it out"})
    void theScopeIsNotAddedWhere(String reason) {
        if (reason.equals("it has it")) {
            scopes.put("encvoy", scope);
        }
        if (reason.equals("it is no default of the realm")) {
            ClientScopeModel other = Stub.of(ClientScopeModel.class);
            when(other.getId()).thenReturn("other-id");
            when(realm.model().getDefaultClientScopesStream(true)).thenAnswer(call -> Stream.of(other));
        }
        update(reason.startsWith("an administrator") ? CONSOLE : REGISTRATION);

        verify(client, never()).addClientScope(any(), anyBoolean());
    }

    @Test
    void anApplicationIsWideWhereItHasTheScopeAndAllRoles() {
        assertThat(NarrowScope.isWide(client)).isFalse();
        scopes.put("encvoy", scope);
        assertThat(NarrowScope.isWide(client)).isTrue();
        when(client.isFullScopeAllowed()).thenReturn(false);
        assertThat(NarrowScope.isWide(client)).isFalse();
    }
}
