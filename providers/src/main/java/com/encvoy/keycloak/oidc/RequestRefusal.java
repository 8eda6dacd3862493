package com.encvoy.keycloak.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.ClientData;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/** Redirects an unsupported authorization request back to the application, whose address Keycloak has checked. */
final class RequestRefusal {

    private final KeycloakSession session;
    private final EventBuilder event;
    private final MultivaluedMap<String, String> parameters;

    RequestRefusal(KeycloakSession session, EventBuilder event, MultivaluedMap<String, String> parameters) {
        this.session = session;
        this.event = event;
        this.parameters = parameters;
    }

    /**
     * @return empty if Keycloak refuses the request with a page anyway, because the application may not sign people in
     * @throws ErrorPageException if the redirect URI is not registered
     */
    Optional<Response> redirect(UnsupportedRequest request) {
        String clientId = parameters.getFirst(OAuth2Constants.CLIENT_ID);
        ClientModel client =
                clientId == null ? null : session.getContext().getRealm().getClientByClientId(clientId);
        if (client == null || !mayAsk(client) || HttpsRequirement.isViolated(session)) {
            return Optional.empty();
        }
        session.getContext().setClient(client);
        event.event(EventType.LOGIN).client(client);
        String redirectUri = redirectUri(client);
        event.detail(Details.REASON, request.description()).error(Errors.INVALID_REQUEST);
        Map<String, String> response = new LinkedHashMap<>();
        response.put(OAuth2Constants.ERROR, request.error());
        response.put(OAuth2Constants.ERROR_DESCRIPTION, request.description());
        String state = parameters.getFirst(OAuth2Constants.STATE);
        if (state != null) {
            response.put(OAuth2Constants.STATE, state);
        }
        return Optional.of(new ErrorRedirect(redirectUri, mode(), response).response(session));
    }

    private static boolean mayAsk(ClientModel client) {
        return client.isEnabled()
                && !client.isBearerOnly()
                && (client.getProtocol() == null || OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()));
    }

    private String redirectUri(ClientModel client) {
        ClientData asked = new ClientData(parameters.getFirst(OAuth2Constants.REDIRECT_URI), null, null, null);
        AuthorizationEndpointChecker checker = new AuthorizationEndpointChecker()
                .event(event)
                .client(client)
                .realm(session.getContext().getRealm())
                .request(AuthorizationEndpointRequest.fromClientData(asked))
                .session(session);
        try {
            checker.checkRedirectUri();
        } catch (AuthorizationCheckException e) {
            throw new ErrorPageException(
                    session,
                    Response.Status.BAD_REQUEST,
                    Messages.INVALID_PARAMETER,
                    OIDCLoginProtocol.REDIRECT_URI_PARAM);
        }
        return checker.getRedirectUri();
    }

    /** The mode of a redirect; the caller turns it into a form where one was asked for. */
    private OIDCResponseMode mode() {
        boolean fragment = UnsupportedRequest.hasFrontChannelTokens(parameters)
                || OIDCResponseMode.FRAGMENT.value().equals(parameters.getFirst(OIDCLoginProtocol.RESPONSE_MODE_PARAM));
        return fragment ? OIDCResponseMode.FRAGMENT : OIDCResponseMode.QUERY;
    }
}
