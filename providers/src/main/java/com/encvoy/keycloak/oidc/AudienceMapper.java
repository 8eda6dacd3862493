package com.encvoy.keycloak.oidc;

import java.util.List;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.representations.AccessToken;

import com.encvoy.keycloak.application.EncvoyMapper;

/**
 * Adds the application itself to the {@code aud} of its access tokens. Keycloak answers an introspection with
 * {@code active:false} unless the calling client is in the audience; in Encvoy ID, an application may introspect its
 * own tokens.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}.
 */
public final class AudienceMapper extends EncvoyMapper implements OIDCAccessTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-audience-mapper";

    public AudienceMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: application as audience",
                "Adds the application itself to the audience of its access tokens, so that it can "
                        + "introspect them.",
                List.of());
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return (AccessToken)
                token.addAudience(context.getClientSession().getClient().getClientId());
    }
}
