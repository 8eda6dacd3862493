package com.encvoy.keycloak.application;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.stage.Stub;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class SsoSessionKeeperTest {

    private static final String NOTE = "first.offline.access";

    private final AuthenticatedClientSessionModel session = Stub.of(AuthenticatedClientSessionModel.class);
    private final ClientModel client = new MemoryRealm("encvoy").client("sentry");

    @BeforeEach
    void aboutToEnd() {
        when(session.getClient()).thenReturn(client);
        when(session.getNote(NOTE)).thenReturn("true");
    }

    private void hasMapper(String type) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper(type);
        ClientScopeModel scope = Stub.of(ClientScopeModel.class);
        when(scope.getProtocolMappersStream()).thenAnswer(call -> Stream.of(mapper));
        when(client.getClientScopes(true)).thenReturn(Map.of("encvoy", scope));
    }

    @Test
    void aBrowserThatIsAboutToBeSignedOutStaysSignedIn() {
        SsoSessionKeeper.keep(session);

        verify(session).removeNote(NOTE);
    }

    @Test
    void aSessionThatGoesOnIsNotWritten() {
        when(session.getNote(NOTE)).thenReturn(null);
        hasMapper("encvoy-single-sign-on-mapper");

        SsoSessionKeeper.keep(session);
        SsoSessionKeeper.keepAtLogin(session);

        verify(session, never()).removeNote(any());
        verify(client, never()).getClientScopes(anyBoolean());
    }

    @ParameterizedTest
    @CsvSource({"encvoy-single-sign-on-mapper, true", "oidc-sub-mapper, false"})
    void atTheLoginTheMapperOfTheApplicationDecides(String type, boolean kept) {
        hasMapper(type);

        SsoSessionKeeper.keepAtLogin(session);

        verify(session, kept ? times(1) : never()).removeNote(NOTE);
    }
}
