package com.encvoy.keycloak.oidc;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.LogoutEndpoint;
import org.keycloak.services.managers.AuthenticationManager;

/** Handles requests to the end session endpoint (OpenID Connect RP-Initiated Logout 1.0) by means of Keycloak's. */
final class EndSessionHandler {

    private final KeycloakSession session;
    private final LogoutEndpoint keycloak;

    EndSessionHandler(KeycloakSession session, LogoutEndpoint keycloak) {
        this.session = session;
        this.keycloak = keycloak;
    }

    Response answer(boolean post) {
        MultivaluedMap<String, String> parameters = post
                ? session.getContext().getHttpRequest().getDecodedFormParameters()
                : session.getContext().getUri().getQueryParameters();
        if (post && parameters.containsKey(OAuth2Constants.REFRESH_TOKEN)) {
            return keycloak.logout();
        }
        String hint = parameters.getFirst(OIDCLoginProtocol.ID_TOKEN_HINT);
        String client = parameters.getFirst(OIDCLoginProtocol.CLIENT_ID_PARAM);
        // Without an application, nothing says where the browser may be sent. Keycloak would refuse to sign the person
        // out at all; OmniAuth and Grafana send such requests.
        boolean isOfApplication = hint != null || client != null;
        return keycloak.logout(
                hint,
                client,
                isOfApplication ? parameters.getFirst(OIDCLoginProtocol.POST_LOGOUT_REDIRECT_URI_PARAM) : null,
                parameters.getFirst(OIDCLoginProtocol.STATE_PARAM),
                parameters.getFirst(OIDCLoginProtocol.UI_LOCALES_PARAM),
                parameters.getFirst(AuthenticationManager.INITIATING_IDP_PARAM));
    }
}
