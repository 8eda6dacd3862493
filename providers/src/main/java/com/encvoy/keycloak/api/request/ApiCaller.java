package com.encvoy.keycloak.api.request;

import java.util.function.BiPredicate;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminEventBuilder;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.Caller;

/** The user whose access token calls the REST API, with the roles in that token. */
public final class ApiCaller {

    private final Caller caller;
    private final ApplicationPermissions permissions;

    private ApiCaller(Caller caller) {
        this.caller = caller;
        this.permissions = new ApplicationPermissions(caller);
    }

    /** @throws jakarta.ws.rs.WebApplicationException 401 without a valid access token of the realm */
    public static ApiCaller fromBearerToken(KeycloakSession session) {
        // Keycloak does not check whether the realm is enabled when it verifies a token.
        AuthResult caller = session.getContext().getRealm().isEnabled()
                ? new AppAuthManager.BearerTokenAuthenticator(session).authenticate()
                : null;
        if (caller == null) {
            throw ApiError.unauthorized();
        }
        return new ApiCaller(Caller.withToken(session, caller));
    }

    /**
     * The application with this client ID.
     *
     * @param permission that the request takes, such as {@code ApplicationPermissions::mayChange}
     * @throws jakarta.ws.rs.WebApplicationException 404 if the application does not exist or the caller may not see it,
     *     403 if the caller has no such permission
     */
    public ClientModel application(String clientId, BiPredicate<ApplicationPermissions, ClientModel> permission) {
        ClientModel client = application(clientId);
        require(permission.test(permissions, client));
        return client;
    }

    /**
     * The application with this client ID, of which the caller may see at least the name.
     *
     * @throws jakarta.ws.rs.WebApplicationException 404 if the application does not exist or the caller may not see it
     */
    public ClientModel application(String clientId) {
        ClientModel client = Parameter.isStorable(clientId) ? caller.realm().getClientByClientId(clientId) : null;
        if (client == null || !permissions.maySee(client)) {
            throw ApiError.notFound("Application not found.");
        }
        return client;
    }

    /** @throws jakarta.ws.rs.WebApplicationException 403 unless it is permitted */
    public void require(boolean permitted) {
        if (!permitted) {
            throw ApiError.forbidden();
        }
    }

    public Caller caller() {
        return caller;
    }

    public ApplicationPermissions permissions() {
        return permissions;
    }

    public UserModel user() {
        return caller.user();
    }

    /** Starts an admin event on behalf of this caller. */
    public AdminEventBuilder event() {
        return caller.event();
    }
}
