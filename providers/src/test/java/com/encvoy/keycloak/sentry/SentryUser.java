package com.encvoy.keycloak.sentry;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the identity of the user: identifier and e-mail from the ID token, the rest from userinfo. */
final class SentryUser {

    private static final Set<Integer> RETRIED = Set.of(429, 500, 502, 503, 504);

    private final SentryHttp http;
    private final URI userinfoEndpoint;

    SentryUser(SentryHttp http, URI userinfoEndpoint) {
        this.http = http;
        this.userinfoEndpoint = userinfoEndpoint;
    }

    SentryIdentity read(JsonNode tokens) {
        if (!tokens.hasNonNull("id_token")) {
            throw unableToFetch();
        }
        JsonNode idToken = payload(tokens.get("id_token").textValue());
        if (idToken.path("email").asText().isEmpty()) {
            throw unableToFetch();
        }
        String accessToken = tokens.get("access_token").textValue();
        JsonNode userinfo = userinfo(accessToken);
        if (!userinfo.hasNonNull("name")) {
            throw SentryFailure.internalServerError("'NoneType' object is not subscriptable, the name is missing");
        }
        if (!idToken.hasNonNull("sub") || idToken.get("sub").asText().length() > 128) {
            throw SentryFailure.internalServerError("sub is missing or longer than 128 characters");
        }
        return new SentryIdentity(
                idToken.get("sub").asText(),
                userinfo.path("email").textValue(),
                userinfo.get("name").textValue(),
                userinfo.path("email_verified"),
                idToken,
                accessToken,
                tokens.path("refresh_token").textValue());
    }

    JsonNode userinfo(String accessToken) {
        HttpResponse<String> response = http.get(
                URI.create(userinfoEndpoint + "?schema=openid"),
                Duration.ofSeconds(20),
                "Authorization",
                "Bearer " + accessToken);
        if (RETRIED.contains(response.statusCode())) {
            throw SentryFailure.internalServerError(
                    "userinfo said " + response.statusCode() + " ten times in 102 seconds");
        }
        return SentryHttp.json(response.body());
    }

    private static JsonNode payload(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            throw SentryFailure.internalServerError("the ID token has " + parts.length + " parts");
        }
        return SentryHttp.json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }

    private static SentryFailure unableToFetch() {
        return SentryFailure.authenticationError(
                "Unable to fetch user information from provider.  Please check the log.");
    }
}
