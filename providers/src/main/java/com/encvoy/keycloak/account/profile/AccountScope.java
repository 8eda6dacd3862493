package com.encvoy.keycloak.account.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.delegate.ClientModelLazyDelegate;

/**
 * The client scope {@value #NAME}. People edit the fields of a user profile that name it in their account, not in the
 * forms of a login. It is assigned to no client: a client with the scope would have it in its logins too.
 */
final class AccountScope {

    private static final String NAME = "encvoy-account";

    private AccountScope() {}

    /** Has Keycloak make a user profile as if the client of the request had the scope. */
    static <T> T in(KeycloakSession session, Supplier<T> profile) {
        KeycloakContext context = session.getContext();
        ClientModel client = context.getClient();
        context.setClient(withScope(client));
        try {
            return profile.get();
        } finally {
            context.setClient(client);
        }
    }

    private static ClientModel withScope(ClientModel client) {
        return new ClientModelLazyDelegate(() -> client) {
            @Override
            public Map<String, ClientScopeModel> getClientScopes(boolean defaultScope) {
                Map<String, ClientScopeModel> scopes = new HashMap<>(super.getClientScopes(defaultScope));
                getRealm()
                        .getClientScopesStream()
                        .filter(scope -> defaultScope && NAME.equals(scope.getName()))
                        .forEach(scope -> scopes.put(NAME, scope));
                return scopes;
            }
        };
    }
}
