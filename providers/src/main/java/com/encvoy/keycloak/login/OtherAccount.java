package com.encvoy.keycloak.login;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.http.HttpRequest;

import com.encvoy.keycloak.login.flow.LoginRestart;

/** Starting the login over as another person. */
final class OtherAccount {

    /** The form field in which people choose how to go on. */
    static final String CHOICE = "choice";

    private static final String OTHER = "other";

    private OtherAccount() {}

    static boolean isChosen(HttpRequest request) {
        return OTHER.equals(request.getDecodedFormParameters().getFirst(CHOICE));
    }

    static Response redirect(AuthenticationFlowContext context) {
        return new LoginRestart(context.getSession(), context.getAuthenticationSession()).endingSession();
    }

    static Response redirect(RequiredActionContext context) {
        return new LoginRestart(context.getSession(), context.getAuthenticationSession()).endingSession();
    }
}
