package com.encvoy.keycloak.memory;

import java.util.stream.Stream;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;

import com.encvoy.keycloak.stage.Stub;

import static org.mockito.Mockito.when;

/**
 * A user who has signed in at an application.
 *
 * @param userSession of the user
 * @param context of the application, with the granted scopes
 */
public record MemoryLogin(UserSessionModel userSession, ClientSessionContext context) {

    public static MemoryLogin of(MemoryUser user, ClientModel client, String... scopes) {
        UserSessionModel userSession = Stub.of(UserSessionModel.class);
        when(userSession.getUser()).thenReturn(user);
        when(userSession.getRealm()).thenAnswer(call -> client.getRealm());
        AuthenticatedClientSessionModel clientSession = Stub.of(AuthenticatedClientSessionModel.class);
        when(clientSession.getClient()).thenReturn(client);
        ClientSessionContext context = Stub.of(ClientSessionContext.class);
        when(context.getClientSession()).thenReturn(clientSession);
        when(context.getClientScopesStream())
                .thenAnswer(call -> Stream.of(scopes).map(MemoryLogin::scope));
        return new MemoryLogin(userSession, context);
    }

    private static ClientScopeModel scope(String name) {
        ClientScopeModel scope = Stub.of(ClientScopeModel.class);
        when(scope.getName()).thenReturn(name);
        return scope;
    }
}
