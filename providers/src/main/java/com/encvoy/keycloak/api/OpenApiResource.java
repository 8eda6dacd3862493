package com.encvoy.keycloak.api;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /realms/{realm}/api/openapi.json}: the OpenAPI 3.1 document of this API, with the address of the realm. */
public final class OpenApiResource {

    private final KeycloakSession session;

    OpenApiResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode read() throws IOException {
        try (InputStream file = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            ObjectNode document = (ObjectNode) JsonSerialization.mapper.readTree(file);
            String realm = Urls.realmIssuer(
                    session.getContext().getUri().getBaseUri(),
                    session.getContext().getRealm().getName());
            document.withArray("servers").removeAll().addObject().put("url", realm + "/api");
            ((ObjectNode) document.path("info")).put("version", ApiResourceProviderFactory.version());
            return document;
        }
    }
}
