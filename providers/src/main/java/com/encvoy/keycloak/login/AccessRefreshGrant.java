package com.encvoy.keycloak.login;

import com.encvoy.keycloak.membership.Access;

import jakarta.ws.rs.core.Response;

import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;
import org.keycloak.services.CorsErrorResponseException;

/**
 * Refuses to refresh the tokens of somebody who may no longer use the application, with {@code invalid_grant} (RFC 6749, section
 * 5.2). That is how Sentry learns of it, within a day.
 *
 * <p>A grant and no executor of a client policy: Keycloak reads the policies of a realm anew at every request of every endpoint, which
 * costs userinfo and introspection an eighth of their speed.
 */
final class AccessRefreshGrant extends RefreshTokenGrantType {

    /** What Keycloak does between checking the refresh token and making the answer. */
    @Override
    protected void checkAndBindMtlsHoKToken(TokenManager.AccessTokenResponseBuilder response, boolean useRefreshToken) {
        super.checkAndBindMtlsHoKToken(response, useRefreshToken);
        if (AccessGateAction.isEnabled(realm)) {
            requireAccess(response.getClientSessionCtx().getClientSession().getUserSession());
        }
    }

    private void requireAccess(UserSessionModel userSession) {
        Access access = Access.decide(client, userSession.getUser());
        if (!access.isAllowed()) {
            event.user(userSession.getUser()).session(userSession).detail(Details.REASON, access.reason());
            event.error(OAuthErrorException.INVALID_GRANT);
            throw new CorsErrorResponseException(cors, OAuthErrorException.INVALID_GRANT, "Access withdrawn: " + access.reason(),
                    Response.Status.BAD_REQUEST);
        }
    }
}
