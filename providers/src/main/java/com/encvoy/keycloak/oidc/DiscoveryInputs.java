package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.List;

import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * All properties of a realm and its address that the discovery document depends on.
 *
 * @param issuer the issuer at the address
 * @param backChannel base URL of the endpoints for applications
 * @param frontChannel base URL of the endpoints for browsers
 * @param registrationAllowed whether {@code prompt=create} is supported
 * @param scopes names of the client scopes included in the metadata
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
