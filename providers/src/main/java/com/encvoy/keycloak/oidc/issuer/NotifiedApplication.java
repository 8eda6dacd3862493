package com.encvoy.keycloak.oidc.issuer;

import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.FrontChannelLogoutHandler;

/**
 * An application in a hidden frame of the logout page (OpenID Connect Front-Channel Logout 1.0, section 3), with the
 * issuer that it knows.
 */
final class NotifiedApplication extends FrontChannelLogoutHandler.ClientInfo {

    private final String issuer;

    NotifiedApplication(FrontChannelLogoutHandler logout, ClientModel client, String issuer) {
        logout.super(client);
        this.issuer = issuer;
    }

    @Override
    public String getFrontChannelLogoutUrl() {
        return KeycloakUriBuilder.fromUri(super.getFrontChannelLogoutUrl())
                .replaceQueryParam(OAuth2Constants.ISSUER, issuer)
                .buildAsString();
    }
}
