package com.encvoy.keycloak.login.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantTypeFactory;

import com.encvoy.keycloak.login.flow.RequiredHooks;

/**
 * Replaces Keycloak's grant type {@code refresh_token} in every realm, see {@link AccessRefreshGrant}. Returns
 * Keycloak's own grant type on 26.7. May go when 26.6 is no longer supported.
 */
public final class AccessRefreshGrantFactory extends RefreshTokenGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return RequiredHooks.HAS_REFRESH_TOKEN_PROVIDERS ? new RefreshTokenGrantType() : new AccessRefreshGrant();
    }

    /** Higher than the order of Keycloak's factory, which is 0. */
    @Override
    public int order() {
        return 1;
    }
}
