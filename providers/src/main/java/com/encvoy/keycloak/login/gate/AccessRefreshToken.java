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

/** Rejects refresh requests for users that may no longer use the application, on Keycloak 26.7 and later. */
final class AccessRefreshToken extends DefaultRefreshTokenProvider {

    private AccessRefreshToken(KeycloakSession session) {
        super(session);
    }

    /** {@link RequiredHooks} checks the signature at startup. */
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
        // A refresh token from a token exchange names the requested audiences.
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
     * Replaces Keycloak's provider {@code default} in every realm; the provider for verifiable credentials keeps its
     * precedence.
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
