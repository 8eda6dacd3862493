package com.encvoy.keycloak.api.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

/** The body of a request to the REST API, read strictly: members that would be ignored are refused. */
public final class JsonBody {

    private static final int MAX_LENGTH = 65536;

    private static final ObjectReader READER = JsonSerialization.mapper
            .reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode json;

    private JsonBody(JsonNode json) {
        this.json = json;
    }

    /**
     * @param members that the body may have
     * @throws jakarta.ws.rs.WebApplicationException 400 as for {@link #parse}, or if it has another member
     */
    public static JsonBody of(String body, String... members) {
        JsonNode json = parse(body);
        List<String> known = List.of(members);
        json.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member)) {
                throw ApiError.badRequest(
                        member, "The body may only have the members " + String.join(", ", known) + ".");
            }
        });
        return new JsonBody(json);
    }

    /** @throws jakarta.ws.rs.WebApplicationException 400 if it is not a JSON object of a reasonable size */
    public static JsonNode parse(String body) {
        if (body == null || body.length() > MAX_LENGTH) {
            throw ApiError.badRequest("The body must be JSON of at most " + MAX_LENGTH + " characters.");
        }
        try {
            JsonNode json = READER.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // Answered below.
        }
        throw ApiError.badRequest("The body must be a JSON object.");
    }

    public boolean has(String member) {
        return json.has(member);
    }

    public JsonNode path(String member) {
        return json.path(member);
    }

    /**
     * @return null if the member is missing or null
     * @throws jakarta.ws.rs.WebApplicationException 400 if it is anything but a text
     */
    public String text(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ApiError.badRequest(member, member + " must be a string.");
        }
        return value.textValue();
    }

    /** @throws jakarta.ws.rs.WebApplicationException 400 if the member is missing, or anything but a text */
    public String requiredText(String member) {
        String text = text(member);
        if (text == null) {
            throw ApiError.badRequest(member, member + " is required.");
        }
        return text;
    }

    /**
     * @return empty if the member is missing or null
     * @throws jakarta.ws.rs.WebApplicationException 400 if it is anything but an array of texts
     */
    public List<String> texts(String member) {
        JsonNode values = json.path(member);
        List<String> texts = new ArrayList<>();
        if (values.isMissingNode() || values.isNull()) {
            return texts;
        }
        for (JsonNode value : values) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            }
        }
        if (!values.isArray() || texts.size() < values.size()) {
            throw ApiError.badRequest(member, member + " must be an array of strings.");
        }
        return texts;
    }
}
