package com.encvoy.keycloak.membership;

import org.keycloak.common.ClientConnection;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Whoever calls the REST resource, by the roles that they have and that the application calling for them may use. */
final class ApplicationAdministrator {

    private final KeycloakSession session;
    private final AdminAuth auth;

    private ApplicationAdministrator(KeycloakSession session, AdminAuth auth) {
        this.session = session;
        this.auth = auth;
    }

    /** @throws jakarta.ws.rs.WebApplicationException 401 without a valid access token of the realm */
    static ApplicationAdministrator calling(KeycloakSession session) {
        AuthResult caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw ApiError.unauthorized();
        }
        RealmModel realm = session.getContext().getRealm();
        return new ApplicationAdministrator(
                session, new AdminAuth(realm, caller.token(), caller.user(), caller.client()));
    }

    /**
     * The application with this client ID.
     *
     * @throws jakarta.ws.rs.WebApplicationException 403 where the caller does not administrate it, 404 where there is
     *     none
     */
    ClientModel application(String clientId) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.getClientByClientId(clientId);
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        boolean ofRealm = management != null && auth.hasAppRole(management, AdminRoles.MANAGE_USERS);
        boolean ofApplication = client != null
                && !Access.isBlocked(client, auth.getUser())
                && (auth.hasAppRole(client, ApplicationRole.OWNER.name())
                        || auth.hasAppRole(client, ApplicationRole.EDITOR.name()));
        if (!ofRealm && !ofApplication) {
            throw ApiError.forbidden();
        }
        if (client == null) {
            throw ApiError.notFound("There is no such application.");
        }
        return client;
    }

    UserModel user() {
        return auth.getUser();
    }

    AdminEventBuilder event() {
        ClientConnection connection = session.getContext().getConnection();
        return new AdminEventBuilder(session.getContext().getRealm(), auth, session, connection);
    }
}
