package com.encvoy.keycloak.api.members;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.encvoy.keycloak.access.Invitations;
import com.encvoy.keycloak.api.request.ApiError;
import com.encvoy.keycloak.api.request.JsonBody;
import com.encvoy.keycloak.membership.InvitationRequest;
import com.fasterxml.jackson.databind.JsonNode;

/** The JSON body of an invitation request. */
final class InvitationBody {

    private InvitationBody() {}

    /** @throws jakarta.ws.rs.WebApplicationException 400 if the body is malformed or a value is invalid */
    static InvitationRequest parse(String body) {
        JsonBody json = JsonBody.of(body, "email", "locale", "expires_in");
        return new InvitationRequest(
                emails(json.path("email")), language(json.path("locale")), lifetime(json.path("expires_in")));
    }

    private static Set<String> emails(JsonNode json) {
        Set<String> emails = new LinkedHashSet<>();
        Iterable<JsonNode> values = json.isArray() ? json : List.of(json);
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw ApiError.badRequest("email", "email must be an array of e-mail addresses.");
            }
            emails.add(Invitations.normalized(value.textValue()));
        }
        if (emails.isEmpty() || emails.size() > InvitationRequest.MAX_EMAILS) {
            throw ApiError.badRequest(
                    "email", "email must contain 1 to " + InvitationRequest.MAX_EMAILS + " addresses.");
        }
        return emails;
    }

    static Locale language(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        if (!json.isTextual()
                || Locale.forLanguageTag(json.textValue()).getLanguage().isEmpty()) {
            throw ApiError.badRequest("locale", "locale must be a language tag, such as de.");
        }
        return Locale.forLanguageTag(json.textValue());
    }

    private static int lifetime(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return InvitationRequest.DEFAULT_LIFETIME;
        }
        if (!json.isIntegralNumber()
                || !json.canConvertToInt()
                || json.intValue() < 60
                || json.intValue() > InvitationRequest.MAX_LIFETIME) {
            throw ApiError.badRequest(
                    "expires_in",
                    "expires_in must be a number of seconds from 60 to " + InvitationRequest.MAX_LIFETIME + ".");
        }
        return json.intValue();
    }
}
