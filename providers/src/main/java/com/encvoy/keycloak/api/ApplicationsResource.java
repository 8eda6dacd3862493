package com.encvoy.keycloak.api;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/api/applications}: the applications of a realm. */
public final class ApplicationsResource {

    private final KeycloakSession session;

    public ApplicationsResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Creates an application from a template, for administrators with {@code manage-clients}.
     *
     * @return its credentials, and the configuration to paste into the product
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        NewApplication application = NewApplication.parse(body);
        ClientModel client = caller.createClient(application.client());
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("client_id", client.getClientId());
        created.put("client_secret", client.getSecret());
        created.put("configuration", application.configuration(session, client.getSecret()));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(created)
                .build();
    }

    @Path("{client_id}/settings")
    public ApplicationSettingsResource settings(@PathParam("client_id") String clientId) {
        return new ApplicationSettingsResource(session, clientId);
    }

    @Path("{client_id}/invitations")
    public InvitationsResource invitations(@PathParam("client_id") String clientId) {
        return new InvitationsResource(session, clientId);
    }
}
