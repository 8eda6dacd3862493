package com.encvoy.keycloak.api.applications;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.members.InvitationsResource;
import com.encvoy.keycloak.api.members.MembersResource;
import com.encvoy.keycloak.api.members.OwnerResource;
import com.encvoy.keycloak.api.pictures.LogoResource;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.EntityVersion;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.application.editing.ClientDeletion;
import com.encvoy.keycloak.application.editing.Trust;
import com.encvoy.keycloak.application.editing.Turn;

/** {@code /realms/{realm}/api/applications/{client_id}}: one application, and the resources below it. */
public final class ApplicationResource {

    private final KeycloakSession session;
    private final String clientId;

    ApplicationResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** The application; for members in brief. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        return answer(caller, caller.application(clientId));
    }

    private static Response answer(ApiCaller caller, ClientModel client) {
        Map<String, Object> shown = new ApplicationShown(caller.permissions()).of(client);
        Response.ResponseBuilder answer = Response.ok(shown);
        if (caller.permissions().mayRead(client)) {
            answer.header(HttpHeaders.ETAG, EntityVersion.tag(client));
        }
        return answer.build();
    }

    /** Changes the fields of the profile that the body names, all or none. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayChange);
        String version = EntityVersion.required(ifMatch, client);
        ApplicationProfile profile = ProfileBody.changed(
                JsonBody.of(body, ProfileBody.MEMBERS), ApplicationProfile.of(client), ClientKind.of(client));
        ApiError.throwIfAny(
                session, new ApplicationEditor(session, client).save(caller.caller(), profile, Map.of(), version));
        return answer(caller, client);
    }

    /** Deletes the application with its roles, invitations and sessions. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayDelete);
        if (!Turn.take(session, "application.save", client.getId())) {
            throw ApiError.conflict("The application is being changed at this moment. Try again.");
        }
        EntityVersion.required(ifMatch, client);
        ApiError.throwIfAny(session, new ClientDeletion(session).delete(caller.caller(), client));
        return Response.noContent().build();
    }

    /** An administrator trusts the application, so that it no longer asks for consent. */
    @POST
    @Path("trust")
    @Produces(MediaType.APPLICATION_JSON)
    public Response trust(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayTrust);
        ApiError.throwIfAny(
                session, new Trust(session).grant(caller.caller(), client, EntityVersion.optional(ifMatch, client)));
        return answer(caller, client);
    }

    @Path("avatar")
    public LogoResource logo() {
        return LogoResource.ofApplication(session, clientId);
    }

    @Path("secret")
    public SecretResource secret() {
        return new SecretResource(session, clientId);
    }

    @Path("configuration")
    public ConfigurationResource configuration() {
        return new ConfigurationResource(session, clientId);
    }

    @Path("settings")
    public ApplicationSettingsResource settings() {
        return new ApplicationSettingsResource(session, clientId);
    }

    @Path("owner")
    public OwnerResource owner() {
        return new OwnerResource(session, clientId);
    }

    @Path("members")
    public MembersResource members() {
        return new MembersResource(session, clientId);
    }

    @Path("invitations")
    public InvitationsResource invitations() {
        return new InvitationsResource(session, clientId);
    }

    @Path("check")
    public CheckResource check() {
        return new CheckResource(session, clientId);
    }

    @Path("claims")
    public ClaimsResource claims() {
        return new ClaimsResource(session, clientId);
    }

    @Path("activity")
    public ActivityResource activity() {
        return new ActivityResource(session, clientId);
    }
}
