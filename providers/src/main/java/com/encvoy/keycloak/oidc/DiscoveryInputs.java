package com.encvoy.keycloak.oidc;

import java.net.URI;
import java.util.List;

import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

import com.encvoy.keycloak.oidc.issuer.IssuerAddress;

/**
 * All properties of a realm and its address that the discovery document depends on.
 *
 * @param issuer the issuer at the address
 * @param backChannel base URL of the endpoints for applications
 * @param frontChannel base URL of the endpoints for browsers
 * @param registrationAllowed whether {@code prompt=create} is supported
 * @param choosesSession whether {@code prompt=select_account} is supported
 * @param scopes names of the client scopes included in the metadata
 */
record DiscoveryInputs(
        String issuer,
        URI backChannel,
        URI frontChannel,
        boolean registrationAllowed,
        boolean choosesSession,
        List<String> scopes) {

    /** The step of the login that asks which session to continue with. */
    private static final String SESSION_CHOOSER = "encvoy-session-chooser";

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
                hasStep(realm, realm.getBrowserFlow(), SESSION_CHOOSER),
                scopes);
    }

    private static boolean hasStep(RealmModel realm, AuthenticationFlowModel flow, String step) {
        return flow != null
                && realm.getAuthenticationExecutionsStream(flow.getId())
                        .filter(execution -> !execution.isDisabled())
                        .anyMatch(execution -> execution.isAuthenticatorFlow()
                                ? hasStep(realm, realm.getAuthenticationFlowById(execution.getFlowId()), step)
                                : step.equals(execution.getAuthenticator()));
    }
}
