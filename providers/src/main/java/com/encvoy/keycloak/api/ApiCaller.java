package com.encvoy.keycloak.api;

import java.util.function.BiPredicate;

import org.keycloak.common.ClientConnection;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ClientsResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

import com.encvoy.keycloak.access.ApplicationPermissions;

/** The user whose access token calls the REST API, with the roles in that token. */
final class ApiCaller {

    private final KeycloakSession session;
    private final AdminAuth auth;

    private ApiCaller(KeycloakSession session, AdminAuth auth) {
        this.session = session;
        this.auth = auth;
    }

    /** @throws jakarta.ws.rs.WebApplicationException 401 without a valid access token of the realm */
    static ApiCaller fromBearerToken(KeycloakSession session) {
        AuthResult caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw ApiError.unauthorized();
        }
        RealmModel realm = session.getContext().getRealm();
        return new ApiCaller(session, new AdminAuth(realm, caller.token(), caller.user(), caller.client()));
    }

    /**
     * The application with this client ID.
     *
     * @throws jakarta.ws.rs.WebApplicationException 403 if the caller may not manage its members, 404 if the
     *     application does not exist
     */
    ClientModel application(String clientId) {
        return permitted(clientId, permissions()::mayManageMembers);
    }

    private ClientModel permitted(String clientId, BiPredicate<RealmModel, ClientModel> permission) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.getClientByClientId(clientId);
        if (!permission.test(realm, client)) {
            throw ApiError.forbidden();
        }
        if (client == null) {
            throw ApiError.notFound("Application not found.");
        }
        return client;
    }

    private ApplicationPermissions permissions() {
        return new ApplicationPermissions(auth.getUser(), auth::hasAppRole);
    }

    /**
     * The application with this client ID, whose settings the caller may read and change.
     *
     * @throws jakarta.ws.rs.WebApplicationException 403 if the caller may not, 404 if there is no such application
     */
    ClientModel applicationToChange(String clientId) {
        return permitted(clientId, permissions()::mayChangeSettings);
    }

    /** Creates a client as Keycloak's admin API does: with its permissions, policies, validation and events. */
    ClientModel createClient(ClientRepresentation client) {
        RealmModel realm = session.getContext().getRealm();
        AdminPermissionEvaluator evaluator = AdminPermissions.evaluator(session, realm, auth);
        if (!evaluator.clients().canManage()) {
            throw ApiError.forbidden();
        }
        if (realm.getClientByClientId(client.getClientId()) != null) {
            throw ApiError.conflict("client_id", "There is an application with this client ID.");
        }
        new ClientsResource(session, evaluator, event()).createClient(client);
        return realm.getClientByClientId(client.getClientId());
    }

    UserModel user() {
        return auth.getUser();
    }

    /** Starts an admin event on behalf of this caller. */
    AdminEventBuilder event() {
        ClientConnection connection = session.getContext().getConnection();
        return new AdminEventBuilder(session.getContext().getRealm(), auth, session, connection);
    }
}
