package com.encvoy.keycloak.claims;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

import com.encvoy.keycloak.application.EncvoyMapper;
import com.encvoy.keycloak.application.PrivateLogin;
import com.encvoy.keycloak.application.ReleasePolicy;

/**
 * Adds Encvoy ID's claims of the granted scopes, identical in ID token and userinfo, and applies the privacy rule:
 * removes from all tokens the values a user has not made public, whichever mapper added them. Runs after all other
 * mappers.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}.
 */
public final class ClaimsMapper extends EncvoyMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper, OIDCAccessTokenMapper, TokenIntrospectionTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-claims-mapper";

    /** After all of Keycloak's mappers; script mappers come last with 50. */
    private static final int PRIORITY_LAST = 100;

    static final Set<String> KEYCLOAKS_OWN = Set.of(
            Constants.ACCOUNT_CONSOLE_CLIENT_ID,
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CLI_CLIENT_ID);

    public ClaimsMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: claims and privacy",
                "Adds Encvoy ID's claims of the granted scopes to the ID token and userinfo, and removes "
                        + "from all tokens what the user has not made public (user attribute "
                        + "public_profile_claims_oauth).",
                List.of());
    }

    @Override
    public int getPriority() {
        return PRIORITY_LAST;
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return release(token, session, userSession, context, true);
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return release(token, session, userSession, context, true);
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        return release(token, session, userSession, context, false);
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        AccessToken released = release(token, session, userSession, context, false);
        if (!KEYCLOAKS_OWN.contains(context.getClientSession().getClient().getClientId())
                && !ReleasePolicy.cachedIn(session, userSession.getRealm(), userSession.getUser())
                        .mayRelease("username")) {
            PrivateLogin.keepOutOfIntrospection(session);
        }
        return released;
    }

    private static <T extends IDToken> T release(
            T token,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context,
            boolean withClaims) {
        ClientModel client = context.getClientSession().getClient();
        if (KEYCLOAKS_OWN.contains(client.getClientId())) {
            return token;
        }
        RealmModel realm = userSession.getRealm();
        UserModel user = userSession.getUser();
        ReleasePolicy fields = ReleasePolicy.cachedIn(session, realm, user);
        TokenClaims released = new TokenClaims(token);
        released.removePrivate(fields);
        released.keepOut(PrivateValues.of(user, fields));
        if (withClaims || released.hasUnchecked()) {
            Set<String> scopes = context.getClientScopesStream()
                    .map(ClientScopeModel::getName)
                    .collect(Collectors.toSet());
            Map<String, Object> claims = new ScopeClaims(session, realm, user, fields).of(scopes);
            released.replaceUnchecked(claims);
            if (withClaims) {
                released.put(claims);
            }
        }
        return token;
    }
}
