package com.encvoy.keycloak.oidc;

import java.util.List;

import com.encvoy.keycloak.application.EncvoyMapper;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.representations.AccessToken;

/**
 * Keeps the browser signed in after a login that began with {@code offline_access}. Since 26.1 Keycloak ends the sign-on session
 * as soon as such a login has its refresh token, so that whoever signs in at Sentry first would have to sign in again at the
 * next application.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}; removing the mapper brings Keycloak's behaviour back.
 */
public final class SingleSignOnMapper extends EncvoyMapper implements OIDCAccessTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-single-sign-on-mapper";

    public SingleSignOnMapper() {
        super(PROVIDER_ID, "Encvoy: single sign-on beside offline access",
                "The browser stays signed in when the first application of a session asks for offline access."
                        + " Without this mapper Keycloak ends the session as soon as that application has its refresh token.", List.of());
    }

    /**
     * Does at the login, whose session is about to be written anyway, what is otherwise done at the first token with a change of its
     * own in the database.
     */
    public static void keepAtLogin(ClientModel client, UserSessionModel userSession) {
        AuthenticatedClientSessionModel clientSession = userSession.getAuthenticatedClientSessionByClient(client.getId());
        if (clientSession != null && clientSession.getNote(AuthenticationProcessor.FIRST_OFFLINE_ACCESS) != null && isUsedBy(client)) {
            clientSession.removeNote(AuthenticationProcessor.FIRST_OFFLINE_ACCESS);
        }
    }

    private static boolean isUsedBy(ClientModel client) {
        return client.getClientScopes(true).values().stream().flatMap(ClientScopeModel::getProtocolMappersStream)
                .anyMatch(mapper -> PROVIDER_ID.equals(mapper.getProtocolMapper()));
    }

    @Override
    public AccessToken transformAccessToken(AccessToken token, ProtocolMapperModel mapper, KeycloakSession session,
            UserSessionModel userSession, ClientSessionContext context) {
        AuthenticatedClientSessionModel clientSession = context.getClientSession();
        if (clientSession.getNote(AuthenticationProcessor.FIRST_OFFLINE_ACCESS) != null) {
            clientSession.removeNote(AuthenticationProcessor.FIRST_OFFLINE_ACCESS);
        }
        return token;
    }
}
