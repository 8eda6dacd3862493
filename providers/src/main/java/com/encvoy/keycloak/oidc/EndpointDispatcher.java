package com.encvoy.keycloak.oidc;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.LogoutEndpoint;
import org.keycloak.protocol.oidc.endpoints.TokenEndpoint;
import org.keycloak.protocol.oidc.endpoints.TokenIntrospectionEndpoint;
import org.keycloak.protocol.oidc.endpoints.TokenRevocationEndpoint;
import org.keycloak.protocol.oidc.endpoints.UserInfoEndpoint;
import org.keycloak.protocol.oidc.par.endpoints.ParEndpoint;
import org.keycloak.services.managers.AuthenticationManager;

import com.encvoy.keycloak.oidc.introspection.IntrospectionRules;

/** Dispatches requests to Keycloak's endpoint classes. Responses are Keycloak's, except for the format of errors. */
final class EndpointDispatcher {

    private final KeycloakSession session;
    private final IssuerAddress address;
    private final DiscoveryDocumentCache documents;

    EndpointDispatcher(KeycloakSession session, IssuerAddress address, DiscoveryDocumentCache documents) {
        this.session = session;
        this.address = address;
        this.documents = documents;
    }

    Response serve(Endpoint endpoint, boolean post) {
        OAuthErrors errors = new OAuthErrors(session);
        return switch (endpoint) {
            case DISCOVERY -> documents.answer(session, address);
            case JWKS -> service().certs();
            case AUTHORIZATION -> authorization(post);
            case TOKEN -> errors.translate(this::token);
            case USERINFO -> errors.translateUserinfo(() -> userinfo(post));
            case INTROSPECTION -> errors.translate(this::introspection);
            case REVOCATION -> errors.translate(this::revocation);
            case END_SESSION -> logout(post);
            case PUSHED_AUTHORIZATION -> errors.translate(this::pushedAuthorization);
            case CLIENT_INFORMATION -> errors.translate(() -> new ClientInformation(session, event()).answer());
        };
    }

    private Response authorization(boolean post) {
        return new AuthorizationHandler(session, address, event(), post).answer();
    }

    private Response token() {
        IssuerMapper.useIssuer(session, address.issuer());
        return ((TokenEndpoint) service().token()).processGrantRequest();
    }

    private Response userinfo(boolean post) {
        UserInfoEndpoint userinfo = new UserInfoEndpoint(session, new TokenManager());
        return post ? userinfo.issueUserInfoPost() : userinfo.issueUserInfoGet();
    }

    private Response introspection() {
        IntrospectionRules.markEncvoyAddress(session);
        return new TokenIntrospectionEndpoint(session, event()).introspect();
    }

    private Response revocation() {
        return ((TokenRevocationEndpoint) service().revoke()).revoke();
    }

    private Response pushedAuthorization() {
        RequestedScopes.dropUnknownScopesOfForm(session);
        return new ParEndpoint(session, event()).request();
    }

    private Response logout(boolean post) {
        LogoutEndpoint logout = (LogoutEndpoint) service().logout();
        if (post) {
            return logout.logout();
        }
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        return logout.logout(
                query.getFirst(OIDCLoginProtocol.ID_TOKEN_HINT),
                query.getFirst(OIDCLoginProtocol.CLIENT_ID_PARAM),
                query.getFirst(OIDCLoginProtocol.POST_LOGOUT_REDIRECT_URI_PARAM),
                query.getFirst(OIDCLoginProtocol.STATE_PARAM),
                query.getFirst(OIDCLoginProtocol.UI_LOCALES_PARAM),
                query.getFirst(AuthenticationManager.INITIATING_IDP_PARAM));
    }

    private OIDCLoginProtocolService service() {
        return new OIDCLoginProtocolService(session, event());
    }

    private EventBuilder event() {
        return new EventBuilder(
                session.getContext().getRealm(), session, session.getContext().getConnection());
    }
}
