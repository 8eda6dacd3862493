package com.encvoy.keycloak.login.flow;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.http.HttpRequest;

/** Starting the login over as another person. */
public final class AccountSwitch {

    /** The form field in which people choose how to go on. */
    public static final String CHOICE = "choice";

    private static final String OTHER = "other";

    private AccountSwitch() {}

    public static boolean isChosen(HttpRequest request) {
        return OTHER.equals(request.getDecodedFormParameters().getFirst(CHOICE));
    }

    public static Response redirect(AuthenticationFlowContext context) {
        return new LoginRestart(context.getSession(), context.getAuthenticationSession()).endingSession();
    }

    public static Response redirect(RequiredActionContext context) {
        return new LoginRestart(context.getSession(), context.getAuthenticationSession()).endingSession();
    }
}
