package com.encvoy.keycloak.account.profile;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

class AccountScopeTest {

    private final KeycloakSession session = Stub.of(KeycloakSession.class);
    private final ClientModel dashboard = Stub.of(ClientModel.class);
    private final AtomicReference<ClientModel> current = new AtomicReference<>(dashboard);

    @BeforeEach
    void openSession() {
        KeycloakContext context = Stub.of(KeycloakContext.class);
        when(session.getContext()).thenReturn(context);
        when(context.getClient()).thenAnswer(call -> current.get());
        doAnswer(call -> {
                    current.set(call.getArgument(0));
                    return null;
                })
                .when(context)
                .setClient(any());
        RealmModel realm = Stub.of(RealmModel.class);
        when(dashboard.getRealm()).thenReturn(realm);
        ClientScopeModel basic = scope("basic");
        ClientScopeModel account = scope("encvoy-account");
        when(dashboard.getClientScopes(true)).thenReturn(Map.of("basic", basic));
        when(dashboard.getClientScopes(false)).thenReturn(Map.of());
        when(realm.getClientScopesStream()).thenAnswer(call -> Stream.of(basic, account));
    }

    private static ClientScopeModel scope(String name) {
        ClientScopeModel scope = Stub.of(ClientScopeModel.class);
        when(scope.getName()).thenReturn(name);
        return scope;
    }

    private Set<String> scopes(boolean byDefault) {
        return session.getContext().getClient().getClientScopes(byDefault).keySet();
    }

    @Test
    void isThereWhileAProfileIsMadeAndNotAfterwards() {
        assertThat(AccountScope.in(session, () -> scopes(true))).containsExactlyInAnyOrder("basic", "encvoy-account");
        assertThat(AccountScope.in(session, () -> scopes(false))).isEmpty();

        assertThat(scopes(true)).containsExactly("basic");
        assertThat(current.get()).isSameAs(dashboard);
    }

    @Test
    void isGoneIfTheProfileCannotBeMade() {
        assertThatThrownBy(() -> AccountScope.in(session, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(current.get()).isSameAs(dashboard);
    }
}
