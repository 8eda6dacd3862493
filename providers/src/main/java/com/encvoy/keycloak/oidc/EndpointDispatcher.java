package com.encvoy.keycloak.oidc;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.endpoints.LogoutEndpoint;
import org.keycloak.protocol.oidc.endpoints.TokenEndpoint;
import org.keycloak.protocol.oidc.endpoints.TokenIntrospectionEndpoint;
import org.keycloak.protocol.oidc.endpoints.TokenRevocationEndpoint;
import org.keycloak.protocol.oidc.par.endpoints.ParEndpoint;

import com.encvoy.keycloak.oidc.introspection.IntrospectionRules;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.oidc.issuer.IssuerMapper;

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
            case USERINFO -> errors.translateUserinfo(() -> new UserinfoHandler(session, address).answer(post));
            case INTROSPECTION -> errors.translate(this::introspection);
            case REVOCATION -> errors.translate(this::revocation);
            case END_SESSION ->
                new EndSessionHandler(session, (LogoutEndpoint) service().logout()).answer(post);
            case PUSHED_AUTHORIZATION -> errors.translate(this::pushedAuthorization);
            case CLIENT_INFORMATION -> errors.translate(() -> new ClientInformation(session, event()).answer());
        };
    }

    private Response authorization(boolean post) {
        return new AuthorizationHandler(session, address, event(), post).answer();
    }

    private Response token() {
        IssuerMapper.useIssuer(session, address::issuerFor);
        return ((TokenEndpoint) service().token()).processGrantRequest();
    }

    private Response introspection() {
        IntrospectionRules.markEncvoyAddress(session, address);
        return new TokenIntrospectionEndpoint(session, event()).introspect();
    }

    private Response revocation() {
        return ((TokenRevocationEndpoint) service().revoke()).revoke();
    }

    private Response pushedAuthorization() {
        Optional<UnsupportedRequest> unsupported =
                UnsupportedRequest.of(session.getContext().getHttpRequest().getDecodedFormParameters());
        if (unsupported.isPresent()) {
            return OAuthErrors.badRequest(
                    unsupported.get().error(), unsupported.get().description());
        }
        RequestedScopes.dropUnknownScopesOfForm(session);
        return new ParEndpoint(session, event()).request();
    }

    private OIDCLoginProtocolService service() {
        return new OIDCLoginProtocolService(session, event());
    }

    private EventBuilder event() {
        return new EventBuilder(
                session.getContext().getRealm(), session, session.getContext().getConnection());
    }
}
