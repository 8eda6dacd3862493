package com.encvoy.keycloak.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Authenticates as the application and checks its registration. */
final class ApplicationStep {

    private static final String NOT_KNOWN = "Unknown until the client secret is correct.";

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
                RegistrationFindings found = new RegistrationFindings(client);
                yield List.of(found.scopes(settings.scope()), found.accessToken(), found.refreshToken());
            }
            case 401 ->
                List.of(Finding.failed(
                        "client secret",
                        answer + " The client is public, so every secret is accepted.",
                        "switch on 'Client authentication' of the client, and copy its secret from the tab "
                                + "Credentials."));
            case 404, 405 ->
                List.of(Finding.failed(
                        "pack",
                        answer + " It does not support reading the registration of an application.",
                        "this is a Keycloak without the pack, or with an older version: install its JARs. Without "
                                + "them refresh tokens usually expire after 30 minutes, and Sentry unlinks all users "
                                + "within a day."));
            default ->
                List.of(Finding.failed(
                        "endpoints",
                        answer,
                        "make sure that the proxies forward this address, and the body of POST requests, to "
                                + "Keycloak, and look at its log."));
        };
    }

    private Finding userinfo(Provider provider) throws IOException, InterruptedException {
        int status = requests.get(provider.userinfo(), "Authorization", "Bearer none")
                .statusCode();
        return status == 401
                ? Finding.ok("userinfo", "Responds, and rejects an invalid token.")
                : Finding.failed(
                        "userinfo",
                        provider.userinfo() + " answered " + status + " instead of 401.",
                        "make sure that the proxies forward this address, and the header Authorization, to Keycloak.");
    }

    /** Sends an invalid code: the error in the answer tells whether the secret was accepted. */
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
                        "make sure that the proxies forward this address, and the body of POST requests, to Keycloak.");
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
}
