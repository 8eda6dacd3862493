package com.encvoy.keycloak.api.members;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.access.ApplicationRole;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.api.request.Parameter;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.membership.Member;
import com.encvoy.keycloak.membership.MemberRoles;

/** {@code /realms/{realm}/api/applications/{client_id}/members/{user}}: one member, by the id of the user. */
public final class MemberResource {

    private final KeycloakSession session;
    private final String clientId;
    private final String userId;

    MemberResource(KeycloakSession session, String clientId, String userId) {
        this.session = session;
        this.clientId = clientId;
        this.userId = userId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> read() {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayReadMembers);
        return shown(new People(session, caller, client));
    }

    private Map<String, Object> shown(People people) {
        return people.member(userId).map(MemberShown::of).orElseThrow(People::notFound);
    }

    /** Replaces the role of the member; administrators also add members in this way. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> appoint(String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayManageMembers);
        ApplicationRole role = Parameter.choice(
                "role", JsonBody.of(body, "role").requiredText("role"), ApplicationRole.class, Enum::name);
        People people = new People(session, caller, client);
        UserModel user = people.anyone(userId);
        ApiError.throwIfAny(
                session, roles(caller, client).appoint(user, role).stream().toList());
        return shown(people);
    }

    /** Removes the member, with roles, sessions, consent and invitation. Members may leave in this way. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Response remove() {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId);
        boolean leaves = caller.user().getId().equals(userId);
        caller.require(leaves || caller.permissions().mayManageMembers(client));
        UserModel user = leaves ? caller.user() : memberToManage(caller, client);
        ApiError.throwIfAny(session, roles(caller, client).remove(user).stream().toList());
        return Response.noContent().build();
    }

    /** Blocks the member, who keeps the role, and ends the sessions at the application. */
    @PUT
    @Path("block")
    @Produces(MediaType.APPLICATION_JSON)
    public Response block() {
        return managed(MemberRoles::block);
    }

    @DELETE
    @Path("block")
    @Produces(MediaType.APPLICATION_JSON)
    public Response unblock() {
        return managed(MemberRoles::unblock);
    }

    /** Ends the member's sessions at the application, and its refresh and offline tokens. */
    @DELETE
    @Path("sessions")
    @Produces(MediaType.APPLICATION_JSON)
    public Response endSessions() {
        return managed(MemberRoles::endSessions);
    }

    private Response managed(BiFunction<MemberRoles, UserModel, Optional<Refusal>> change) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayManageMembers);
        UserModel user = memberToManage(caller, client);
        ApiError.throwIfAny(
                session, change.apply(roles(caller, client), user).stream().toList());
        return Response.noContent().build();
    }

    private UserModel memberToManage(ApiCaller caller, ClientModel client) {
        return new People(session, caller, client)
                .member(userId)
                .map(Member::user)
                .orElseThrow(People::notFound);
    }

    private MemberRoles roles(ApiCaller caller, ClientModel client) {
        return new MemberRoles(session, client, caller.caller());
    }
}
