package com.encvoy.keycloak.login.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.cors.Cors;
import org.keycloak.utils.OAuth2Error;

import com.encvoy.keycloak.access.AccessDecision;
import com.encvoy.keycloak.application.EncvoyMapper;

/**
 * Checks access whenever a token is issued: for every grant, Keycloak runs the mappers of the application to create the
 * access token. In a token exchange, checks every requested audience. Userinfo responds as for an expired token.
 *
 * <p>Shipped in the realm's default client scope {@code encvoy}.
 */
public final class AccessMapper extends EncvoyMapper implements OIDCAccessTokenMapper, UserInfoTokenMapper {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-access-mapper";

    /** After the claims mapper, because it rejects the token as a whole. */
    private static final int PRIORITY_LAST = 110;

    public AccessMapper() {
        super(
                PROVIDER_ID,
                "Encvoy: access",
                "Issues no token for an application the user may not use, whatever the grant.",
                List.of());
    }

    @Override
    public int getPriority() {
        return PRIORITY_LAST;
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        ClientModel client = context.getClientSession().getClient();
        Optional<OAuth2GrantType> grant = grant(session);
        if (grant.isPresent()) {
            // For a requesting party token (UMA 2.0), the requesting application differs from the one the token is for.
            Stream.of(
                            Stream.of(client),
                            Optional.ofNullable(session.getContext().getClient()).stream(),
                            requestedAudience(session))
                    .flatMap(clients -> clients)
                    .distinct()
                    .forEach(application -> requireAccess(session, application, client, userSession, grant.get()));
        } else if (session.getContext().getAuthenticationSession() != null) {
            requireAccess(session, client, userSession);
        }
        return token;
    }

    /** Empty for responses of the authorization endpoint, and when an administrator evaluates client scopes. */
    private static Optional<OAuth2GrantType> grant(KeycloakSession session) {
        return Optional.ofNullable(form(session))
                .map(form -> form.getFirst(OAuth2Constants.GRANT_TYPE))
                .map(type -> session.getProvider(OAuth2GrantType.class, type));
    }

    /** The audience of a token exchange, RFC 8693, section 2.1. */
    private static Stream<ClientModel> requestedAudience(KeycloakSession session) {
        MultivaluedMap<String, String> form = form(session);
        if (!OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(form.getFirst(OAuth2Constants.GRANT_TYPE))) {
            return Stream.empty();
        }
        RealmModel realm = session.getContext().getRealm();
        return form.getOrDefault(OAuth2Constants.AUDIENCE, List.of()).stream()
                .map(realm::getClientByClientId)
                .filter(client -> client != null);
    }

    private static MultivaluedMap<String, String> form(KeycloakSession session) {
        return session.getContext().getHttpRequest() == null
                ? null
                : session.getContext().getHttpRequest().getDecodedFormParameters();
    }

    private static void requireAccess(
            KeycloakSession session,
            ClientModel application,
            ClientModel client,
            UserSessionModel userSession,
            OAuth2GrantType grant) {
        if (!AccessDecision.ofTokens(application, userSession.getUser()).isAllowed()) {
            AccessWithdrawn.requireAccess(
                    application,
                    userSession,
                    event(session, client, userSession).event(grant.getEventType()),
                    Cors.builder().auth().allowedMethods("POST").checkAllowedOrigins(session, client));
        }
    }

    /** For a browser: access was withdrawn while the user was on the previous page. */
    private static void requireAccess(KeycloakSession session, ClientModel client, UserSessionModel userSession) {
        AccessDecision access = AccessDecision.ofTokens(client, userSession.getUser());
        if (!access.isAllowed()) {
            event(session, client, userSession)
                    .event(EventType.LOGIN)
                    .detail(Details.REASON, access.reason())
                    .error(OAuthErrorException.ACCESS_DENIED);
            throw new ErrorPageException(session, Response.Status.FORBIDDEN, "encvoyAccessWithdrawn");
        }
    }

    private static EventBuilder event(KeycloakSession session, ClientModel client, UserSessionModel userSession) {
        return new EventBuilder(
                        userSession.getRealm(), session, session.getContext().getConnection())
                .client(client)
                .user(userSession.getUser())
                .session(userSession);
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        ClientModel client = context.getClientSession().getClient();
        AccessDecision access = AccessDecision.ofTokens(client, userSession.getUser());
        if (access.isAllowed() || !client.equals(session.getContext().getClient())) {
            // An administrator evaluates client scopes.
            return token;
        }
        event(session, client, userSession)
                .event(EventType.USER_INFO_REQUEST)
                .detail(Details.REASON, access.reason())
                .error(OAuthErrorException.ACCESS_DENIED);
        throw new OAuth2Error()
                .json(false)
                .realm(userSession.getRealm())
                .error(OAuthErrorException.INVALID_TOKEN)
                .errorDescription("Access withdrawn: " + access.reason())
                .build();
    }
}
