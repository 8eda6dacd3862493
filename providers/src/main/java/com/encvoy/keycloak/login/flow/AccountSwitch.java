package com.encvoy.keycloak.login.flow;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Restarts the login to sign in with another account. */
public final class AccountSwitch {

    /** The form field with the user's choice. */
    public static final String CHOICE = "choice";

    private static final String OTHER = "other";

    private AccountSwitch() {}

    public static boolean isChosen(HttpRequest request) {
        return OTHER.equals(request.getDecodedFormParameters().getFirst(CHOICE));
    }

    public static Response redirect(AuthenticationFlowContext context) {
        return redirect(context.getSession(), context.getAuthenticationSession());
    }

    public static Response redirect(RequiredActionContext context) {
        return redirect(context.getSession(), context.getAuthenticationSession());
    }

    private static Response redirect(KeycloakSession session, AuthenticationSessionModel login) {
        return new LoginRestart(session, login).endingSession();
    }
}
