package com.encvoy.keycloak.oidc;

import java.util.List;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.representations.AccessToken;

import com.encvoy.keycloak.application.EncvoyMapper;
import com.encvoy.keycloak.application.SsoSessionKeeper;

/**
 * Keeps the browser signed in after a login that requested {@code offline_access}, see {@link SsoSessionKeeper}.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}; removing the mapper restores Keycloak's behaviour.
 */
public final class SingleSignOnMapper extends EncvoyMapper implements OIDCAccessTokenMapper {

    public SingleSignOnMapper() {
        super(
                SsoSessionKeeper.MAPPER,
                "Encvoy: single sign-on beside offline access",
                "Keeps the browser signed in when the first application of a session requests offline "
                        + "access. Without this mapper, Keycloak ends the session as soon as that application has "
                        + "its refresh token.",
                List.of());
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        SsoSessionKeeper.keep(context.getClientSession());
        return token;
    }
}
