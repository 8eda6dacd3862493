package com.encvoy.keycloak.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.ApplicationEditor;
import com.encvoy.keycloak.application.editing.Refusal;
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
    public Map<String, String> read() {
        return new ApplicationEditor(session, ApiCaller.fromBearerToken(session).applicationToChange(clientId))
                .settings();
    }

    /** Changes the settings that the body names; {@code null} unsets one. Saves all of them or none. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> change(String body) {
        ApiCaller caller = ApiCaller.fromBearerToken(session);
        ClientModel client = caller.applicationToChange(clientId);
        Map<String, String> values = values(JsonBody.parse(body));
        ApplicationEditor editor = new ApplicationEditor(session, client);
        List<Refusal> refusals = editor.save(values);
        if (!refusals.isEmpty()) {
            throw ApiError.badRequest(refusals.get(0).field(), refusals.get(0).description());
        }
        caller.event()
                .operation(OperationType.UPDATE)
                .resource(ResourceType.CLIENT)
                .resourcePath("clients", client.getId())
                .representation(values)
                .success();
        return editor.settings();
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
