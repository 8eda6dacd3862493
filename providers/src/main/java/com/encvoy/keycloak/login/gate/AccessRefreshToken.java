package com.encvoy.keycloak.login.gate;

import java.util.Collection;
import java.util.Objects;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProviderFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.cors.Cors;

import com.encvoy.keycloak.login.flow.RequiredHooks;

/**
 * Refuses to refresh the tokens of a person who may no longer use the application, on Keycloak from version 26.7 on.
 */
final class AccessRefreshToken extends DefaultRefreshTokenProvider {

    private AccessRefreshToken(KeycloakSession session) {
        super(session);
    }

    /** Its signature is compared at start, see {@link RequiredHooks}. */
    @Override
    protected TokenManager.TokenValidation validateToken(
            KeycloakSession session,
            UriInfo uri,
            ClientConnection connection,
            RealmModel realm,
            RefreshToken token,
            HttpHeaders headers,
            String scope,
            ClientModel client,
            TokenManager tokens,
            EventBuilder event)
            throws OAuthErrorException {
        TokenManager.TokenValidation validation =
                super.validateToken(session, uri, connection, realm, token, headers, scope, client, tokens, event);
        Cors cors = Cors.builder().auth().allowedMethods("POST").checkAllowedOrigins(session, client);
        AccessWithdrawn.requireAccess(client, validation.userSession, event, cors);
        // A token that was exchanged for other audiences names them again.
        if (token.getOtherClaims().get(Constants.REQUESTED_AUDIENCE) instanceof Collection<?> audience) {
            audience.stream()
                    .map(String::valueOf)
                    .map(realm::getClientByClientId)
                    .filter(Objects::nonNull)
                    .forEach(application ->
                            AccessWithdrawn.requireAccess(application, validation.userSession, event, cors));
        }
        return validation;
    }

    /**
     * Takes the place of Keycloak's provider {@code default}, in every realm; the one for verifiable credentials stays
     * before it.
     */
    public static final class Factory extends DefaultRefreshTokenProviderFactory {

        @Override
        public RefreshTokenProvider create(KeycloakSession session) {
            return new AccessRefreshToken(session);
        }

        @Override
        public int order() {
            return 1;
        }
    }
}
