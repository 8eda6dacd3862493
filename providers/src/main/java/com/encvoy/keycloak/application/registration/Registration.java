package com.encvoy.keycloak.application.registration;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.SessionExpirationUtils;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.utils.StringUtil;

/**
 * How an application is registered, as Keycloak will act on it: settings of the client and of the realm together.
 *
 * @param clientId of the client
 * @param redirectUris complete, with the root URL
 * @param defaultScopes client scopes that every token has
 * @param optionalScopes client scopes that the application may ask for
 * @param fullScopeAllowed whether access tokens carry all roles of the user
 * @param accessTokenLifetime seconds; empty if access tokens live as long as the session
 * @param refreshTokens empty if the client gets no refresh tokens
 * @param template of the product that the client was made for, if it was
 */
public record Registration(
        String clientId,
        Set<String> redirectUris,
        Collection<String> defaultScopes,
        Collection<String> optionalScopes,
        boolean fullScopeAllowed,
        OptionalInt accessTokenLifetime,
        Optional<RefreshTokens> refreshTokens,
        Optional<ApplicationTemplate> template) {

    /**
     * How long refresh tokens live.
     *
     * @param idleLifetime seconds without use
     * @param lifetime seconds altogether; empty if their use keeps them alive
     */
    public record RefreshTokens(long idleLifetime, OptionalLong lifetime) {}

    /** Reads the registration of a client of the session's realm. */
    public static Registration of(KeycloakSession session, ClientModel client) {
        RealmModel realm = client.getRealm();
        Collection<String> standard = client.getClientScopes(true).keySet();
        return new Registration(
                client.getClientId(),
                RedirectUtils.resolveValidRedirects(session, client.getRootUrl(), client.getRedirectUris()),
                standard,
                client.getClientScopes(false).keySet(),
                client.isFullScopeAllowed(),
                accessTokenLifetime(realm, client),
                OIDCAdvancedConfigWrapper.fromClientModel(client).isUseRefreshToken()
                        ? Optional.of(refreshTokens(realm, client, standard.contains(OAuth2Constants.OFFLINE_ACCESS)))
                        : Optional.empty(),
                ApplicationTemplate.of(client));
    }

    private static OptionalInt accessTokenLifetime(RealmModel realm, ClientModel client) {
        String own = client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN);
        int seconds = StringUtil.isBlank(own) ? realm.getAccessTokenLifespan() : Integer.parseInt(own);
        return seconds < 0 ? OptionalInt.empty() : OptionalInt.of(seconds);
    }

    private static RefreshTokens refreshTokens(RealmModel realm, ClientModel client, boolean offline) {
        long now = Time.currentTimeMillis();
        // A refresh token ends with the session of the user, even if the client allows more.
        long idle = Math.min(
                SessionExpirationUtils.calculateClientSessionIdleTimestamp(offline, false, now, realm, client),
                SessionExpirationUtils.calculateUserSessionIdleTimestamp(offline, false, now, realm));
        OptionalLong end = LongStream.of(
                        SessionExpirationUtils.calculateClientSessionMaxLifespanTimestamp(
                                offline, false, now, now, realm, client),
                        SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(offline, false, now, realm))
                .filter(timestamp -> timestamp > 0)
                .map(timestamp -> TimeUnit.MILLISECONDS.toSeconds(timestamp - now))
                .min();
        return new RefreshTokens(TimeUnit.MILLISECONDS.toSeconds(idle - now), end);
    }
}
