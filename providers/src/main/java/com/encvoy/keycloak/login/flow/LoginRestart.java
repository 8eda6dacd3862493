package com.encvoy.keycloak.login.flow;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's restart of a login: every proof and note of it is dropped, and its first page is shown. */
public final class LoginRestart {

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    public LoginRestart(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /** Leaves the browser signed in, if it is. */
    public Response keepingSession() {
        return redirect(true);
    }

    /**
     * Ends the session of the person who is signed in, and begins with fresh ids, so that two people never share one
     * session.
     */
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
