package com.encvoy.keycloak.api;

import java.io.IOException;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;

/** The body of a request to the REST API. */
final class JsonBody {

    private static final int MAX_LENGTH = 65536;

    private JsonBody() {}

    /** @throws jakarta.ws.rs.WebApplicationException 400 if it is not a JSON object of a reasonable size */
    static JsonNode parse(String body) {
        if (body == null || body.length() > MAX_LENGTH) {
            throw ApiError.badRequest("The body must be JSON of at most " + MAX_LENGTH + " characters.");
        }
        try {
            JsonNode json = JsonSerialization.mapper.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // Answered below.
        }
        throw ApiError.badRequest("The body must be a JSON object.");
    }
}
