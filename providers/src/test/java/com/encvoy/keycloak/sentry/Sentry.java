package com.encvoy.keycloak.sentry;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A Sentry that has started with the given settings. */
public final class Sentry {

    private final SentrySettings settings;
    private final SentryHttp http = new SentryHttp();
    private final URI authorizationEndpoint;
    private final URI tokenEndpoint;
    private final URI userinfoEndpoint;
    private final String issuer;

    /** Reads the discovery document as every Sentry process does when it starts, with a timeout of two seconds. */
    public Sentry(SentrySettings settings) {
        this.settings = settings;
        String domain = settings.oidcDomain().replaceAll("^/+|/+$", "");
        JsonNode document = SentryHttp.json(
                http.get(URI.create(domain + "/.well-known/openid-configuration"), Duration.ofSeconds(2))
                        .body());
        this.userinfoEndpoint = URI.create(member(document, "userinfo_endpoint"));
        this.authorizationEndpoint = URI.create(member(document, "authorization_endpoint"));
        this.tokenEndpoint = URI.create(member(document, "token_endpoint"));
        this.issuer = member(document, "issuer");
    }

    private static String member(JsonNode document, String name) {
        if (!document.hasNonNull(name)) {
            throw new SentryFailure("Sentry does not start: KeyError '" + name + "'");
        }
        return document.get(name).textValue();
    }

    public String issuer() {
        return issuer;
    }

    public URI userinfoEndpoint() {
        return userinfoEndpoint;
    }

    /** The user has pressed the button of the login page. */
    public SentryLogin startLogin() {
        return new SentryLogin(this, settings, authorizationEndpoint);
    }

    /** Exchanges a code and reads the claims of the user, as at the end of a login. */
    SentryIdentity identify(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirectUri());
        form.put("client_id", settings.oidcClientId());
        form.put("client_secret", settings.oidcClientSecret());
        HttpResponse<String> response = http.post(tokenEndpoint, form);
        if (response.headers().firstValue("Content-Type").isEmpty()) {
            throw SentryFailure.internalServerError("KeyError 'Content-Type'");
        }
        JsonNode tokens = SentryHttp.json(response.body());
        if (tokens.has("error")) {
            throw SentryFailure.authenticationError(
                    tokens.path("error_description").asText("Unable to retrieve your token"));
        }
        for (String required : new String[] {"access_token", "token_type"}) {
            if (!tokens.hasNonNull(required)) {
                throw SentryFailure.internalServerError("KeyError '" + required + "'");
            }
        }
        return new SentryUser(http, userinfoEndpoint).read(tokens);
    }

    /** The user, new to this Sentry, presses Continue on the confirmation page: the claims are read a second time. */
    public void confirmNewUser(SentryIdentity identity) {
        new SentryUser(http, userinfoEndpoint).userinfo(identity.accessToken());
    }

    /**
     * The daily check of a linked identity.
     *
     * @throws IdentityNotValid if Sentry would unlink the account
     * @throws SentryFailure if Sentry would log an error and try again the next day
     */
    public SentryIdentity refresh(SentryIdentity identity) {
        if (identity.refreshToken() == null) {
            throw new IdentityNotValid("Missing refresh token");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", settings.oidcClientId());
        form.put("client_secret", settings.oidcClientSecret());
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", identity.refreshToken());
        HttpResponse<String> response = http.post(tokenEndpoint, form);
        boolean invalidGrant = response.statusCode() == 400
                && "invalid_grant"
                        .equals(SentryHttp.json(response.body()).path("error").asText());
        if (response.statusCode() == 401 || invalidGrant) {
            throw new IdentityNotValid(response.statusCode() + " " + response.body());
        }
        if (response.statusCode() != 200) {
            throw new SentryFailure("The check failed with " + response.statusCode() + " " + response.body());
        }
        JsonNode tokens = SentryHttp.json(response.body());
        return identity.withTokens(
                tokens.get("access_token").textValue(),
                tokens.path("refresh_token").textValue());
    }
}
