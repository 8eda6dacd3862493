package com.encvoy.keycloak.sentry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** One login in one browser session of Sentry. */
public final class SentryLogin {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sentry sentry;
    private final String state;
    private final URI authorizationUrl;
    private final String redirectUri;

    SentryLogin(Sentry sentry, SentrySettings settings, URI authorizationEndpoint) {
        this.sentry = sentry;
        this.redirectUri = settings.redirectUri();
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        this.state = HexFormat.of().formatHex(random) + ":oidc";
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", settings.oidcClientId());
        parameters.put("response_type", "code");
        parameters.put("scope", settings.oidcScope());
        parameters.put("state", state);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("approval_prompt", "force");
        parameters.put("access_type", "offline");
        this.authorizationUrl = URI.create(authorizationEndpoint + "?" + SentryHttp.urlencode(parameters));
    }

    /** The address that Sentry redirects the browser to. */
    public URI authorizationUrl() {
        return authorizationUrl;
    }

    /** The browser has come back to this address. */
    public SentryIdentity callback(URI address) {
        String url = address.toString();
        if (!url.startsWith(redirectUri + "?")) {
            throw new SentryFailure("The browser is not at Sentry but at " + address);
        }
        Map<String, String> parameters = query(address.getRawQuery());
        if (!parameters.containsKey("code")) {
            throw new SentryFailure("Sentry starts over, an endless loop of redirects: " + parameters.get("error"));
        }
        if (parameters.containsKey("error")) {
            throw SentryFailure.authenticationError(parameters.get("error"));
        }
        if (!state.equals(parameters.get("state"))) {
            throw SentryFailure.authenticationError("An error occurred while validating your request.");
        }
        return sentry.identify(parameters.get("code"));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : raw.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
