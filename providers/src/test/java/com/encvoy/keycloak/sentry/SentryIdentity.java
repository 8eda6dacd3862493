package com.encvoy.keycloak.sentry;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The data that Sentry keeps of a login.
 *
 * @param id {@code sub} of the ID token, the key of the identity
 * @param email {@code email} of userinfo
 * @param name {@code name} of userinfo
 * @param emailVerified {@code email_verified} of userinfo, as received
 * @param idToken payload of the ID token
 * @param accessToken access token
 * @param refreshToken refresh token, null if there was none
 */
public record SentryIdentity(
        String id,
        String email,
        String name,
        JsonNode emailVerified,
        JsonNode idToken,
        String accessToken,
        String refreshToken) {

    SentryIdentity withTokens(String newAccessToken, String newRefreshToken) {
        return new SentryIdentity(
                id,
                email,
                name,
                emailVerified,
                idToken,
                newAccessToken,
                newRefreshToken == null ? refreshToken : newRefreshToken);
    }
}
