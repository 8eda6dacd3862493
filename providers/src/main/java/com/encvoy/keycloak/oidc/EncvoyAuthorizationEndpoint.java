package com.encvoy.keycloak.oidc;

import java.util.List;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.oidc.issuer.IssuerAddress;
import com.encvoy.keycloak.oidc.issuer.SessionIssuer;

/** Keycloak's authorization endpoint, whose logins remember the issuer of the Encvoy address they were started at. */
final class EncvoyAuthorizationEndpoint extends AuthorizationEndpoint {

    private final IssuerAddress address;
    private final boolean formPost;
    private boolean loginBegan;

    /** @param formPost whether logins are answered by a form; the request itself does not say so */
    EncvoyAuthorizationEndpoint(KeycloakSession session, EventBuilder event, IssuerAddress address, boolean formPost) {
        super(session, event);
        this.address = address;
        this.formPost = formPost;
    }

    /** Whether the request was accepted; otherwise the response is an error of the request. */
    boolean loginBegan() {
        return loginBegan;
    }

    @Override
    protected AuthenticationSessionModel createAuthenticationSession(ClientModel client, String state) {
        AuthenticationSessionModel login = super.createAuthenticationSession(client, state);
        loginBegan = true;
        SessionIssuer.begin(login, address.issuerFor(client));
        if (formPost) {
            login.setClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM, OIDCResponseMode.FORM_POST.value());
        }
        return login;
    }

    /**
     * With the protocol that names the issuer; Keycloak creates its own here.
     *
     * @throws ErrorPageException if the request is not supported and was pushed at Keycloak's own address, where it is
     */
    @Override
    protected Response handleBrowserAuthenticationRequest(
            AuthenticationSessionModel login, LoginProtocol keycloak, boolean isPassive, boolean redirect) {
        refuseUnsupported(login);
        LoginProtocol protocol = session.getProvider(LoginProtocol.class, OIDCLoginProtocol.LOGIN_PROTOCOL);
        protocol.setRealm(realm)
                .setUriInfo(session.getContext().getUri())
                .setHttpHeaders(headers)
                .setEventBuilder(event);
        return super.handleBrowserAuthenticationRequest(login, protocol, isPassive, redirect);
    }

    private void refuseUnsupported(AuthenticationSessionModel login) {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>();
        for (String name : List.of(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCLoginProtocol.RESPONSE_MODE_PARAM)) {
            asked.putSingle(name, login.getClientNote(name));
        }
        UnsupportedRequest.of(asked).ifPresent(request -> {
            event.detail(Details.REASON, request.description()).error(Errors.INVALID_REQUEST);
            new AuthenticationSessionManager(session).removeAuthenticationSession(realm, login, false);
            throw new ErrorPageException(
                    session,
                    Response.Status.BAD_REQUEST,
                    "encvoyAuthorizationRefused",
                    Application.of(login.getClient()).title(),
                    request.error());
        });
    }
}
