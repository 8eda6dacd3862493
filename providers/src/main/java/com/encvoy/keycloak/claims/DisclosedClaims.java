package com.encvoy.keycloak.claims;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.ReleasePolicy;

/** What an application will learn about a user, computed by the code that answers userinfo requests. */
public final class DisclosedClaims {

    private final KeycloakSession session;
    private final ClientModel client;
    private final UserModel user;

    public DisclosedClaims(KeycloakSession session, ClientModel client, UserModel user) {
        this.session = session;
        this.client = client;
        this.user = user;
    }

    /** Whether userinfo for this application consists of these claims: it depends on the mapper. */
    public boolean areAnswered() {
        return !ClaimsMapper.KEYCLOAKS_OWN.contains(client.getClientId())
                && Stream.concat(
                                Stream.<ProtocolMapperContainerModel>of(client),
                                client.getClientScopes(true).values().stream())
                        .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
                        .anyMatch(mapper -> ClaimsMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()));
    }

    /** The claims of a scope, by name; empty if there are none, or if the user shows none of them. */
    public Map<String, Object> of(ClientScopeModel scope) {
        return new ScopeClaims(session, client.getRealm(), user, ReleasePolicy.of(client.getRealm(), user))
                .of(Set.of(scope.getName()));
    }
}
