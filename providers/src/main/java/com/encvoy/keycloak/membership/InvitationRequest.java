package com.encvoy.keycloak.membership;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The body of a request to invite.
 *
 * @param emails addresses in lower case, each once, at most {@link #MAX_EMAILS}; not validated
 * @param language of the mails to people who have no account, null for the realm's
 * @param lifetimeSeconds how long the invitations stay open
 */
record InvitationRequest(Set<String> emails, Locale language, int lifetimeSeconds) {

    static final int MAX_EMAILS = 100;
    static final int DEFAULT_LIFETIME = 14 * 24 * 60 * 60;
    static final int MAX_LIFETIME = 90 * 24 * 60 * 60;

    private static final int MAX_LENGTH = 65536;

    /** @throws jakarta.ws.rs.WebApplicationException 400 where the body is not what it should be */
    static InvitationRequest parse(String body) {
        if (body == null || body.length() > MAX_LENGTH) {
            throw ApiError.badRequest("The body must be JSON of at most " + MAX_LENGTH + " characters.");
        }
        JsonNode json = read(body);
        return new InvitationRequest(
                emails(json.path("email")), language(json.path("locale")), lifetime(json.path("expires_in")));
    }

    private static JsonNode read(String body) {
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

    private static Set<String> emails(JsonNode json) {
        Set<String> emails = new LinkedHashSet<>();
        Iterable<JsonNode> values = json.isArray() ? json : List.of(json);
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw ApiError.badRequest("email must be an array of e-mail addresses.");
            }
            emails.add(Invitations.normalized(value.textValue()));
        }
        if (emails.isEmpty() || emails.size() > MAX_EMAILS) {
            throw ApiError.badRequest("email must name 1 to " + MAX_EMAILS + " addresses.");
        }
        return emails;
    }

    private static Locale language(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        if (!json.isTextual()
                || Locale.forLanguageTag(json.textValue()).getLanguage().isEmpty()) {
            throw ApiError.badRequest("locale must be a language tag such as de.");
        }
        return Locale.forLanguageTag(json.textValue());
    }

    private static int lifetime(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return DEFAULT_LIFETIME;
        }
        if (!json.isIntegralNumber()
                || !json.canConvertToInt()
                || json.intValue() < 60
                || json.intValue() > MAX_LIFETIME) {
            throw ApiError.badRequest("expires_in must be a number of seconds from 60 to " + MAX_LIFETIME + ".");
        }
        return json.intValue();
    }
}
