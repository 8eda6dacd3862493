package com.encvoy.keycloak.login.gate;

import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;

/**
 * Refuses to refresh the tokens of a person who may no longer use the application, on Keycloak 26.6, which has no SPI
 * for it; on 26.7 {@link AccessRefreshToken} does. It goes with the support of 26.6.
 *
 * <p>A grant and no executor of a client policy: Keycloak reads the policies of a realm anew at every request of every
 * endpoint, which costs userinfo and introspection an eighth of their speed.
 */
final class AccessRefreshGrant extends RefreshTokenGrantType {

    /** What Keycloak does between checking the refresh token and making the answer. */
    @Override
    protected void checkAndBindMtlsHoKToken(TokenManager.AccessTokenResponseBuilder response, boolean useRefreshToken) {
        super.checkAndBindMtlsHoKToken(response, useRefreshToken);
        UserSessionModel userSession =
                response.getClientSessionCtx().getClientSession().getUserSession();
        AccessWithdrawn.requireAccess(client, userSession, event, cors);
    }
}
