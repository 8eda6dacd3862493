package com.encvoy.keycloak.api.members;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.membership.Ownership;

/** {@code /realms/{realm}/api/applications/{client_id}/owner}: hands an application over. */
public final class OwnerResource {

    private final KeycloakSession session;
    private final String clientId;

    public OwnerResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** Makes a person an additional owner. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response handOver(String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayAppointOwners);
        UserModel user = new People(session, caller, client)
                .anyone(JsonBody.of(body, "user").requiredText("user"));
        ApiError.throwIfAny(
                session,
                new Ownership(session)
                        .handOver(List.of(client), user, caller.caller())
                        .values());
        return Response.noContent().build();
    }
}
