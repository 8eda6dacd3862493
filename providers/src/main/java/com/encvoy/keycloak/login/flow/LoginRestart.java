package com.encvoy.keycloak.login.flow;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's restart of a login: discards all of its proofs and notes, and shows the first page. */
public final class LoginRestart {

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    public LoginRestart(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /** Keeps the browser signed in, if it is. */
    public Response keepingSession() {
        return redirect(true);
    }

    /** Ends the session of the signed-in user and starts with new ids, so that two users never share a session. */
    public Response endingSession() {
        return redirect(false);
    }

    private Response redirect(boolean skipLogout) {
        return Response.seeOther(UriBuilder.fromUri(Urls.realmLoginRestartPage(
                                session.getContext().getUri().getBaseUri(),
                                login.getRealm().getName(),
                                skipLogout))
                        .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                        .queryParam(Constants.TAB_ID, login.getTabId())
                        .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, login))
                        .build())
                .build();
    }
}
