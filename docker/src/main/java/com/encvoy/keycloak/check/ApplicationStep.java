package com.encvoy.keycloak.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Proves with the secret to be the application, and looks at how it is registered. */
final class ApplicationStep {

    /** Of disuse: Sentry refreshes once a day, and may stand still over a week's holiday. */
    private static final Duration REFRESH_MINIMUM = Duration.ofDays(8);

    /** For a person who reads Sentry's confirmation page. */
    private static final Duration ACCESS_MINIMUM = Duration.ofMinutes(5);

    private static final String NOT_KNOWN = "Not known without the right secret.";

    private final CheckSettings settings;
    private final Requests requests;

    ApplicationStep(CheckSettings settings, Requests requests) {
        this.settings = settings;
        this.requests = requests;
    }

    List<Finding> findings(Provider provider) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.add(userinfo(provider));
            Finding secret = secret(provider);
            findings.add(secret);
            if (secret.isFailure()) {
                List.of("scopes", "access token", "refresh token")
                        .forEach(step -> findings.add(Finding.unknown(step, NOT_KNOWN)));
            } else {
                findings.addAll(registered());
            }
        } catch (IOException e) {
            findings.add(Finding.unreachable("endpoints", e));
        }
        return findings;
    }

    private List<Finding> registered() throws IOException, InterruptedException {
        HttpResponse<String> registration = registration();
        String answer = registration.uri() + " answered " + registration.statusCode() + ".";
        return switch (registration.statusCode()) {
            case 200 -> {
                JsonDocument client = JsonDocument.of(registration.body());
                yield List.of(scopes(client), accessToken(client), refreshToken(client));
            }
            case 401 ->
                List.of(Finding.failed(
                        "client secret",
                        answer + " The client is public: any secret is accepted.",
                        "switch on 'Client authentication' of the client, and copy its secret from the "
                                + "tab Credentials."));
            case 404, 405 ->
                List.of(Finding.failed(
                        "pack",
                        answer + " It does not tell how the application is registered.",
                        "this is a Keycloak without the pack, or with an older one: install its JARs. Without "
                                + "them refresh tokens usually end"
                                + " after 30 minutes, and Sentry unlinks everybody within a day."));
            default ->
                List.of(Finding.failed(
                        "endpoints",
                        answer,
                        "see that the proxies pass this address, and the body of POST requests, on to"
                                + " Keycloak, and look at its log."));
        };
    }

    private Finding userinfo(Provider provider) throws IOException, InterruptedException {
        int status = requests.get(provider.userinfo(), "Authorization", "Bearer none")
                .statusCode();
        return status == 401
                ? Finding.ok("userinfo", "Answers, and refuses a token that is none.")
                : Finding.failed(
                        "userinfo",
                        provider.userinfo() + " answered " + status + " instead of 401.",
                        "see that the proxies pass this address, and the header Authorization, on to Keycloak.");
    }

    /** A code that is none: the answer names the first thing that is wrong. */
    private Finding secret(Provider provider) throws IOException, InterruptedException {
        HttpResponse<String> response = requests.post(
                provider.token(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        "none",
                        "redirect_uri",
                        settings.redirectUri(),
                        "client_id",
                        settings.clientId(),
                        "client_secret",
                        settings.clientSecret()));
        String error = JsonDocument.of(response.body()).string("error").orElse("none");
        return switch (error) {
            case "invalid_grant" -> Finding.ok("client secret", "Accepted for client " + settings.clientId() + ".");
            case "invalid_client", "unauthorized_client" ->
                Finding.failed(
                        "client secret",
                        "Refused for client " + settings.clientId() + " (" + error + ").",
                        "copy client ID and secret from the tab Credentials of the client; it must be of the type"
                                + " 'Client Id and Secret', enabled, and not public.");
            default ->
                Finding.failed(
                        "client secret",
                        provider.token() + " answered " + response.statusCode() + " with error=" + error + ".",
                        "see that the proxies pass this address, and the body of POST requests, on to Keycloak.");
        };
    }

    private HttpResponse<String> registration() throws IOException, InterruptedException {
        Map<String, String> credentials =
                Map.of("client_id", settings.clientId(), "client_secret", settings.clientSecret());
        HttpResponse<String> response = requests.post(URI.create(settings.issuer() + "/client"), credentials);
        return response.statusCode() == 200 || settings.issuer().getPath().endsWith("/api/oidc")
                ? response
                : requests.post(URI.create(settings.issuer() + "/api/oidc/client"), credentials);
    }

    private Finding scopes(JsonDocument client) {
        List<String> registered =
                Arrays.asList(client.string("scope").orElse("").split(" "));
        List<String> missing = Arrays.stream(settings.scope().split("\\s+"))
                .filter(scope -> !registered.contains(scope))
                .toList();
        List<String> byDefault =
                Arrays.asList(client.string("default_scope").orElse("").split(" "));
        if (!missing.isEmpty()) {
            return Finding.failed(
                    "scopes",
                    "The client lacks " + String.join(" ", missing) + ".",
                    "assign them on its tab Client scopes.");
        }
        if (client.isTrue("full_scope_allowed")) {
            return Finding.failed(
                    "scopes",
                    "Access tokens carry all roles of a person, and may change the person's account.",
                    "switch off 'Full scope allowed' on the tab Client scopes, " + settings.clientId()
                            + "-dedicated, Scope.");
        }
        return byDefault.contains("encvoy")
                ? Finding.ok("scopes", "The client has " + settings.scope() + ", and encvoy by default.")
                : Finding.failed(
                        "scopes",
                        "The client lacks encvoy among its default scopes.",
                        "assign it on the tab Client scopes as Default, else ID tokens name another issuer.");
    }

    private static Finding accessToken(JsonDocument client) {
        OptionalLong lifetime = client.number("access_token_lifetime");
        if (lifetime.isPresent() && lifetime.getAsLong() < ACCESS_MINIMUM.toSeconds()) {
            return Finding.failed(
                    "access token",
                    "Lives " + lifetime.getAsLong() + " seconds.",
                    "set encvoy.access_token_ttl of the client to 1800:"
                            + " Sentry uses the token again when a new user has read its confirmation page.");
        }
        return Finding.ok(
                "access token",
                lifetime.isPresent()
                        ? "Lives " + lifetime.getAsLong() / 60 + " minutes."
                        : "Lives as long as the session.");
    }

    private static Finding refreshToken(JsonDocument client) {
        OptionalLong idle = client.number("refresh_token_idle_lifetime");
        OptionalLong end = client.number("refresh_token_lifetime");
        String remedy = "make offline_access a default scope of the client and set encvoy.refresh_token_ttl to 2592000 "
                + "(30 days), else Sentry's daily check unlinks everybody.";
        if (idle.isEmpty()) {
            return Finding.failed(
                    "refresh token", "The client gets none.", "switch on 'Use refresh tokens' of the client.");
        }
        if (idle.getAsLong() < REFRESH_MINIMUM.toSeconds()) {
            return Finding.failed("refresh token", "Ends after " + period(idle.getAsLong()) + " without use.", remedy);
        }
        if (end.isPresent() && end.getAsLong() < REFRESH_MINIMUM.toSeconds()) {
            return Finding.failed("refresh token", "Ends after " + period(end.getAsLong()) + ", used or not.", remedy);
        }
        return Finding.ok("refresh token", "Lives " + period(idle.getAsLong()) + " without use.");
    }

    private static String period(long seconds) {
        if (seconds >= Duration.ofDays(2).toSeconds()) {
            return Duration.ofSeconds(seconds).toDays() + " days";
        }
        if (seconds >= Duration.ofHours(2).toSeconds()) {
            return Duration.ofSeconds(seconds).toHours() + " hours";
        }
        return seconds >= 120 ? seconds / 60 + " minutes" : seconds + " seconds";
    }
}
