package com.encvoy.keycloak.oidc;

import java.util.List;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.representations.IDToken;

import com.encvoy.keycloak.application.EncvoyMapper;

/**
 * Sets the {@code iss} of an ID token to the issuer of the address at which it was requested (OpenID Connect Core 1.0,
 * section 3.1.3.7, rule 2). Tokens issued by Keycloak's own endpoints, and all access and refresh tokens, keep the
 * realm's issuer, because Keycloak checks it at userinfo, introspection and refresh.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}.
 */
public final class IssuerMapper extends EncvoyMapper implements OIDCIDTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-issuer-mapper";

    private static final String ISSUER = IssuerMapper.class.getName() + ".issuer";

    /** Sets the issuer of ID tokens for this request. */
    static void useIssuer(KeycloakSession session, String issuer) {
        session.setAttribute(ISSUER, issuer);
    }

    public IssuerMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: issuer of the address",
                "Sets the address as the issuer of ID tokens issued through /api/oidc, which strict "
                        + "clients require. Tokens issued through Keycloak's own endpoints are unchanged.",
                List.of());
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        String issuer = session.getAttribute(ISSUER, String.class);
        if (issuer != null) {
            token.issuer(issuer);
        }
        return token;
    }
}
