package com.encvoy.keycloak.login;

import java.net.URI;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Starting the login over as somebody else. Keycloak's own restart ends the session of whoever is signed in and begins with fresh
 * ids, so that two people never share one session.
 */
final class OtherAccount {

    /** The form field in which people choose how to go on. */
    static final String CHOICE = "choice";

    private static final String OTHER = "other";

    private OtherAccount() {
    }

    static boolean isChosen(HttpRequest request) {
        return OTHER.equals(request.getDecodedFormParameters().getFirst(CHOICE));
    }

    static Response redirect(AuthenticationFlowContext context) {
        return redirect(context.getSession(), context.getAuthenticationSession(), context.getUriInfo().getBaseUri());
    }

    static Response redirect(RequiredActionContext context) {
        return redirect(context.getSession(), context.getAuthenticationSession(), context.getUriInfo().getBaseUri());
    }

    private static Response redirect(KeycloakSession session, AuthenticationSessionModel login, URI base) {
        URI restart = UriBuilder.fromUri(Urls.realmLoginRestartPage(base, login.getRealm().getName(), false))
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, login)).build();
        return Response.seeOther(restart).build();
    }
}
