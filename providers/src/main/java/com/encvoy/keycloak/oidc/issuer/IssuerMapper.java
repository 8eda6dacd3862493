package com.encvoy.keycloak.oidc.issuer;

import java.util.List;
import java.util.function.Function;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.LogoutTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.LogoutToken;

import com.encvoy.keycloak.application.EncvoyMapper;

/**
 * Sets the {@code iss} of an ID token to the issuer of the address at which it was requested (OpenID Connect Core 1.0,
 * section 3.1.3.7, rule 2), and the {@code iss} of logout tokens to the same issuer (OpenID Connect Back-Channel Logout
 * 1.0, section 2.4). Tokens issued by Keycloak's own endpoints, and all access and refresh tokens, keep the realm's
 * issuer, because Keycloak checks it at userinfo, introspection and refresh.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}.
 */
public final class IssuerMapper extends EncvoyMapper implements OIDCIDTokenMapper, LogoutTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-issuer-mapper";

    private static final String ISSUER = IssuerMapper.class.getName() + ".issuer";

    /**
     * Sets the issuer of ID tokens for this request.
     *
     * @param issuer that an application expects
     */
    public static void useIssuer(KeycloakSession session, Function<ClientModel, String> issuer) {
        session.setAttribute(ISSUER, issuer);
    }

    @SuppressWarnings("unchecked") // Set above.
    private static String issuer(KeycloakSession session, ClientModel client) {
        Function<ClientModel, String> issuer =
                (Function<ClientModel, String>) session.getAttribute(ISSUER, Function.class);
        return issuer == null ? null : issuer.apply(client);
    }

    public IssuerMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: issuer of the address",
                "Sets the address as the issuer of ID tokens issued through /api/oidc, and of logout "
                        + "tokens, which strict clients require. Tokens of Keycloak's own endpoints are unchanged.",
                List.of());
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        AuthenticatedClientSessionModel application = clientSession.getClientSession();
        String issuer = issuer(session, application.getClient());
        SessionIssuer.remember(application, issuer);
        if (issuer != null) {
            token.issuer(issuer);
        }
        return token;
    }

    @Override
    public LogoutToken transformLogoutToken(
            LogoutToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        String issuer = SessionIssuer.of(clientSession.getClientSession());
        if (issuer != null) {
            token.issuer(issuer);
        }
        return token;
    }
}
