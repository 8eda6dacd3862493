package com.encvoy.keycloak.login.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantTypeFactory;

import com.encvoy.keycloak.login.flow.RequiredHooks;

/**
 * Takes the place of Keycloak's own grant {@code refresh_token}, in every realm; see {@link AccessRefreshGrant}. On
 * 26.7 it is Keycloak's own.
 */
public final class AccessRefreshGrantFactory extends RefreshTokenGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return RequiredHooks.HAS_REFRESH_TOKEN_PROVIDERS ? new RefreshTokenGrantType() : new AccessRefreshGrant();
    }

    /** Before Keycloak's, which has none. */
    @Override
    public int order() {
        return 1;
    }
}
