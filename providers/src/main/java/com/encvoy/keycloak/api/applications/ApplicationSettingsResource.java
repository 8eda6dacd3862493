package com.encvoy.keycloak.api.applications;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.api.request.ApiCaller;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.EntityVersion;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.fasterxml.jackson.databind.JsonNode;

/** {@code /realms/{realm}/api/applications/{client_id}/settings}: the {@code encvoy.*} settings of an application. */
public final class ApplicationSettingsResource {

    private final KeycloakSession session;
    private final String clientId;

    ApplicationSettingsResource(KeycloakSession session, String clientId) {
        this.session = session;
        this.clientId = clientId;
    }

    /** The settings that are set, by their keys. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        return answer(ApiCaller.fromBearerToken(session).application(clientId, ApplicationPermissions::mayRead));
    }

    private Response answer(ClientModel client) {
        return Response.ok(new ApplicationEditor(session, client).settings())
                .header(HttpHeaders.ETAG, EntityVersion.tag(client))
                .build();
    }

    /** Changes the settings that the body names; {@code null} unsets one. Saves all of them or none. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.application(clientId, ApplicationPermissions::mayChange);
        String version = EntityVersion.optional(ifMatch, client);
        Map<String, String> values = values(JsonBody.parse(body));
        ApiError.throwIfAny(
                session,
                new ApplicationEditor(session, client)
                        .save(caller.caller(), ApplicationProfile.of(client), values, version));
        return answer(client);
    }

    private static Map<String, String> values(JsonNode json) {
        Map<String, String> values = new LinkedHashMap<>();
        json.properties().forEach(member -> {
            if (!member.getValue().isTextual() && !member.getValue().isNull()) {
                throw ApiError.badRequest(member.getKey(), member.getKey() + " must be a string or null.");
            }
            values.put(member.getKey(), member.getValue().textValue());
        });
        return values;
    }
}
