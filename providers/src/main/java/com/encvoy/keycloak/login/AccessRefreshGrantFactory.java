package com.encvoy.keycloak.login;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantTypeFactory;

/** Takes the place of Keycloak's own grant {@code refresh_token}, in every realm; see {@link AccessRefreshGrant}. */
public final class AccessRefreshGrantFactory extends RefreshTokenGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new AccessRefreshGrant();
    }

    /** Before Keycloak's, which has none. */
    @Override
    public int order() {
        return 1;
    }
}
