package com.encvoy.keycloak.login;

import com.encvoy.keycloak.membership.Access;

import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.util.TokenUtil;

/**
 * Refuses to refresh the tokens of somebody who may no longer use the application, with {@code invalid_grant} (RFC 6749, section
 * 5.2). That is how Sentry learns of it, within a day.
 *
 * <p>A grant and no executor of a client policy: Keycloak reads the policies of a realm anew at every request of every endpoint, which
 * costs userinfo and introspection an eighth of their speed.
 */
final class AccessRefreshGrant extends RefreshTokenGrantType {

    @Override
    public Response process(Context context) {
        setContext(context);
        String encoded = formParams.getFirst(OAuth2Constants.REFRESH_TOKEN);
        RefreshToken token = encoded == null ? null : session.tokens().decode(encoded, RefreshToken.class);
        // What is no refresh token of this application is Keycloak's to refuse.
        if (token != null && token.getSessionId() != null && client.getClientId().equals(token.getIssuedFor())) {
            requireAccess(token);
        }
        return super.process(context);
    }

    private void requireAccess(RefreshToken token) {
        UserSessionModel userSession = TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType())
                ? session.sessions().getOfflineUserSession(realm, token.getSessionId())
                : session.sessions().getUserSession(realm, token.getSessionId());
        if (userSession == null || userSession.getUser() == null) {
            return;
        }
        Access access = Access.decide(client, userSession.getUser());
        if (!access.isAllowed()) {
            event.user(userSession.getUser()).session(userSession).detail(Details.REASON, access.reason());
            event.error(OAuthErrorException.INVALID_GRANT);
            throw new CorsErrorResponseException(cors, OAuthErrorException.INVALID_GRANT, "Access withdrawn: " + access.reason(),
                    Response.Status.BAD_REQUEST);
        }
    }
}
