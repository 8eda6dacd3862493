package com.encvoy.keycloak.dashboard.shell;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;

/** Ends the session of the browser, and notifies the applications, as Keycloak's own logout endpoint does. */
public final class SignOut {

    private final KeycloakSession session;

    public SignOut(KeycloakSession session) {
        this.session = session;
    }

    @POST
    public Response signOut() {
        Visit visit = Visit.begin(session);
        visit.checkSignOut();
        KeycloakContext context = session.getContext();
        visit.userSession().setNote(AuthenticationManager.KEYCLOAK_LOGOUT_PROTOCOL, OIDCLoginProtocol.LOGIN_PROTOCOL);
        return AuthenticationManager.browserLogout(
                session,
                context.getRealm(),
                visit.userSession(),
                context.getUri(),
                context.getConnection(),
                context.getHttpRequest().getHttpHeaders());
    }
}
