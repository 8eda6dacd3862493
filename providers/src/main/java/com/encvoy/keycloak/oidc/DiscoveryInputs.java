package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.List;

import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * Everything about a realm and its address that its discovery document depends on.
 *
 * @param issuer the issuer at the address
 * @param backChannel where applications reach the endpoints
 * @param frontChannel where browsers do
 * @param registrationAllowed whether {@code prompt=create} works
 * @param scopes names of the client scopes that the realm publishes
 */
record DiscoveryInputs(
        String issuer, URI backChannel, URI frontChannel, boolean registrationAllowed, List<String> scopes) {

    static DiscoveryInputs of(RealmModel realm, IssuerAddress address) {
        List<String> scopes = realm.getClientScopesStream()
                .filter(scope -> OIDCLoginProtocol.LOGIN_PROTOCOL.equals(scope.getProtocol()))
                .filter(ClientScopeModel::isIncludeInOpenIDProviderMetadata)
                .map(ClientScopeModel::getName)
                .sorted()
                .toList();
        return new DiscoveryInputs(
                address.issuer(),
                address.backChannel(""),
                address.frontChannel(""),
                realm.isRegistrationAllowed(),
                scopes);
    }
}
