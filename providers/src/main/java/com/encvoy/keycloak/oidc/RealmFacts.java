package com.encvoy.keycloak.oidc;

import java.util.List;

import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * Everything about a realm that its discovery document depends on.
 *
 * @param name the realm's name, part of its addresses
 * @param registrationAllowed whether {@code prompt=create} works
 * @param scopes names of the client scopes that the realm publishes
 */
record RealmFacts(String name, boolean registrationAllowed, List<String> scopes) {

    static RealmFacts of(RealmModel realm) {
        List<String> scopes = realm.getClientScopesStream()
                .filter(scope -> OIDCLoginProtocol.LOGIN_PROTOCOL.equals(scope.getProtocol()))
                .filter(ClientScopeModel::isIncludeInOpenIDProviderMetadata)
                .map(ClientScopeModel::getName)
                .sorted()
                .toList();
        return new RealmFacts(realm.getName(), realm.isRegistrationAllowed(), scopes);
    }
}
