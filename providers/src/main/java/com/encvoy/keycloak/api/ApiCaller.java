package com.encvoy.keycloak.api;

import java.util.function.Predicate;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ClientsResource;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.Caller;

/** The user whose access token calls the REST API, with the roles in that token. */
final class ApiCaller {

    private final KeycloakSession session;
    private final Caller caller;

    private ApiCaller(KeycloakSession session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    /** @throws jakarta.ws.rs.WebApplicationException 401 without a valid access token of the realm */
    static ApiCaller fromBearerToken(KeycloakSession session) {
        AuthResult caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw ApiError.unauthorized();
        }
        return new ApiCaller(session, Caller.withToken(session, caller));
    }

    /**
     * The application with this client ID.
     *
     * @throws jakarta.ws.rs.WebApplicationException 404 if the application does not exist or the caller may not see it,
     *     403 if the caller may not manage its members
     */
    ClientModel application(String clientId) {
        return permitted(clientId, permissions()::mayManageMembers);
    }

    private ClientModel permitted(String clientId, Predicate<ClientModel> permission) {
        ClientModel client = caller.realm().getClientByClientId(clientId);
        if (client == null || !permissions().maySee(client)) {
            throw ApiError.notFound("Application not found.");
        }
        if (!permission.test(client)) {
            throw ApiError.forbidden();
        }
        return client;
    }

    private ApplicationPermissions permissions() {
        return new ApplicationPermissions(caller);
    }

    /**
     * The application with this client ID, whose settings the caller may read and change.
     *
     * @throws jakarta.ws.rs.WebApplicationException 404 if there is no such application or the caller may not see it,
     *     403 if the caller may not change it
     */
    ClientModel applicationToChange(String clientId) {
        return permitted(clientId, permissions()::mayChange);
    }

    /** Creates a client as Keycloak's admin API does: with its permissions, policies, validation and events. */
    ClientModel createClient(ClientRepresentation client) {
        RealmModel realm = caller.realm();
        if (!caller.keycloak().clients().canManage()) {
            throw ApiError.forbidden();
        }
        if (realm.getClientByClientId(client.getClientId()) != null) {
            throw ApiError.conflict("client_id", "There is an application with this client ID.");
        }
        new ClientsResource(session, caller.keycloak(), event()).createClient(client);
        return realm.getClientByClientId(client.getClientId());
    }

    UserModel user() {
        return caller.user();
    }

    /** Starts an admin event on behalf of this caller. */
    AdminEventBuilder event() {
        return caller.event();
    }
}
