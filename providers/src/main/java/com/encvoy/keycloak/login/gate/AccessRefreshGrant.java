package com.encvoy.keycloak.login.gate;

import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;

/**
 * Rejects refresh requests for users that may no longer use the application, on Keycloak 26.6, which has no refresh
 * token SPI; on 26.7 {@link AccessRefreshToken} does this. May go when 26.6 is no longer supported.
 *
 * <p>A grant type rather than a client policy executor: Keycloak reads the realm's policies again for every request to
 * every endpoint, which costs userinfo and introspection an eighth of their throughput.
 */
final class AccessRefreshGrant extends RefreshTokenGrantType {

    /** Keycloak calls this between validating the refresh token and creating the response. */
    @Override
    protected void checkAndBindMtlsHoKToken(TokenManager.AccessTokenResponseBuilder response, boolean useRefreshToken) {
        super.checkAndBindMtlsHoKToken(response, useRefreshToken);
        UserSessionModel userSession =
                response.getClientSessionCtx().getClientSession().getUserSession();
        AccessWithdrawn.requireAccess(client, userSession, event, cors);
    }
}
