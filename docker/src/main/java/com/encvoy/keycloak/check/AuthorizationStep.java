package com.encvoy.keycloak.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the login page like a browser that Sentry has redirected. */
final class AuthorizationStep {

    private static final String STEP = "redirect URI";
    private static final int REDIRECTS = 5;
    private static final Pattern ERROR = Pattern.compile("(?:^|&)error=([^&]*)");

    private final CheckSettings settings;
    private final Requests requests;

    AuthorizationStep(CheckSettings settings, Requests requests) {
        this.settings = settings;
        this.requests = requests;
    }

    Finding finding(Provider provider) throws InterruptedException {
        try {
            return open(provider);
        } catch (IOException e) {
            return Finding.unreachable(STEP, e);
        }
    }

    private Finding open(Provider provider) throws IOException, InterruptedException {
        URI address = request(provider);
        for (int i = 0; i < REDIRECTS; i++) {
            HttpResponse<String> response = requests.get(address);
            if (response.statusCode() == 200) {
                return Finding.ok(STEP, settings.redirectUri() + " is accepted, and the login page appears.");
            }
            if (response.statusCode() < 300 || response.statusCode() >= 400) {
                return refused(response.statusCode());
            }
            String location = response.headers().firstValue("Location").orElse("");
            try {
                address = address.resolve(location);
            } catch (IllegalArgumentException e) {
                return Finding.failed(
                        STEP,
                        "The login page redirects to an invalid address: " + location + ".",
                        "look at the proxies in between, and at the identity provider that the login may redirect to.");
            }
            if (address.toString().startsWith(settings.redirectUri() + "?")) {
                return bounced(address);
            }
        }
        return Finding.failed(
                STEP,
                "The login page was not reached after " + REDIRECTS + " redirects, the last to "
                        + address.getAuthority() + ".",
                "look at the proxies in between, and at the identity provider that the login may redirect to.");
    }

    private URI request(Provider provider) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", settings.clientId());
        parameters.put("response_type", "code");
        parameters.put("scope", settings.scope());
        parameters.put("state", "check");
        parameters.put("redirect_uri", settings.redirectUri());
        parameters.put("approval_prompt", "force");
        parameters.put("access_type", "offline");
        return URI.create(provider.authorization() + "?" + Requests.encoded(parameters));
    }

    private Finding refused(int status) {
        if (status != 400 && status != 403) {
            return Finding.failed(
                    STEP,
                    "The login page answered " + status + ".",
                    "look at the proxies in between, and at the log of Keycloak.");
        }
        return Finding.failed(
                STEP,
                "The login page answered " + status + " for client " + settings.clientId() + " and "
                        + settings.redirectUri() + ".",
                "enter this address, with its slash at the end, among the valid redirect URIs of the client; if it "
                        + "is there, make sure that the client exists, is enabled and has the standard flow on.");
    }

    /** Sentry answers an error with the same request again, endlessly. */
    private static Finding bounced(URI address) {
        Matcher error = ERROR.matcher(String.valueOf(address.getRawQuery()));
        String name = error.find() ? error.group(1) : "none";
        return Finding.failed(
                STEP,
                "The browser is sent back to Sentry at once with error=" + name + ", an endless loop.",
                name.equals("invalid_scope")
                        ? "assign the scopes that Sentry requests to the client."
                        : "switch off features that Sentry does not support (required PKCE, signed requests) in the "
                                + "settings of the client.");
    }
}
