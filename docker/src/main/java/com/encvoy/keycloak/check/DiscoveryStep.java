package com.encvoy.keycloak.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Reads the discovery document, as every process of Sentry does at its start; without it, Sentry does not start. */
final class DiscoveryStep {

    private static final String STEP = "discovery";
    private static final String NO_RESOURCE = "Unable to find matching target resource method";

    private final CheckSettings settings;
    private final Requests requests;
    private final List<Finding> findings = new ArrayList<>();
    private Provider provider;

    DiscoveryStep(CheckSettings settings, Requests requests) {
        this.settings = settings;
        this.requests = requests;
    }

    List<Finding> findings() {
        return findings;
    }

    /** @return null if there is no document that Sentry could use */
    Provider provider() throws InterruptedException {
        URI document = URI.create(settings.issuer() + "/.well-known/openid-configuration");
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = requests.discover(document);
            if ("https".equals(document.getScheme())) {
                findings.add(Finding.ok("TLS", "The certificate is trusted."));
            }
            read(response, (System.nanoTime() - start) / 1_000_000);
        } catch (SSLException e) {
            findings.add(untrusted(document, e));
        } catch (HttpTimeoutException e) {
            findings.add(Finding.failed(
                    STEP,
                    document + " did not answer within 2 seconds; Sentry gives up then and does not start.",
                    "look at the load of the server, at DNS and at the proxies in between; start Keycloak "
                            + "before Sentry."));
        } catch (IOException e) {
            findings.add(Finding.failed(
                    STEP,
                    document.getAuthority() + " cannot be reached (" + Requests.reason(e) + ").",
                    "is the server running, and can this machine reach it at this address and port? Sentry's "
                            + "containers must be able to as well."));
        }
        return provider;
    }

    private static Finding untrusted(URI document, SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException) {
                return Finding.failed(
                        "TLS",
                        "The certificate of " + document.getAuthority() + " is not trusted (" + failure.getMessage()
                                + ").",
                        "install a certificate of a well-known authority, for this host and with its whole chain, or "
                                + "give the certificate of your authority to Sentry's containers in "
                                + "REQUESTS_CA_BUNDLE, and to this check with --ca.");
            }
        }
        return Finding.failed(
                "TLS",
                "No encrypted connection to " + document.getAuthority() + " (" + failure.getMessage() + ").",
                "is this the port for HTTPS, and does the server speak TLS 1.2 or 1.3?");
    }

    private void read(HttpResponse<String> response, long milliseconds) {
        JsonDocument document = JsonDocument.of(response.body());
        List<String> missing = Stream.of("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint")
                .filter(name -> document.string(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            findings.add(unusable(response, missing));
            return;
        }
        try {
            provider = new Provider(
                    document.string("issuer").orElseThrow(),
                    endpoint(document, "authorization_endpoint"),
                    endpoint(document, "token_endpoint"),
                    endpoint(document, "userinfo_endpoint"));
        } catch (IllegalArgumentException e) {
            findings.add(Finding.failed(
                    STEP,
                    "The document names an endpoint without an absolute address (" + e.getMessage() + ").",
                    "look at --hostname of Keycloak, and at the proxies in between."));
            return;
        }
        findings.add(Finding.ok(STEP, "The document answered in " + milliseconds + " ms."));
        findings.add(addresses());
    }

    /** @throws IllegalArgumentException if it is not an absolute address */
    private static URI endpoint(JsonDocument document, String name) {
        URI endpoint = URI.create(document.string(name).orElseThrow());
        if (endpoint.getHost() == null) {
            throw new IllegalArgumentException(name + ": " + endpoint);
        }
        return endpoint;
    }

    private Finding unusable(HttpResponse<String> response, List<String> missing) {
        String found =
                response.uri() + " answered " + response.statusCode() + " without " + String.join(", ", missing) + ".";
        if (response.body().contains(NO_RESOURCE)) {
            return Finding.failed(
                    STEP,
                    found,
                    "this is a Keycloak without the pack: copy the JARs of Encvoy ID into its folder providers"
                            + " and start it again (kc.sh build first, if it starts with --optimized).");
        }
        return Finding.failed(
                STEP,
                found,
                "the address must be https://<host>/api/oidc or https://<host>/realms/<realm>, and the realm must"
                        + " exist and be enabled: was it imported, does "
                        + "--spi-realm-restapi-extension--api--root-realm name it?");
    }

    /**
     * The endpoint for browsers may be on another host: Keycloak can have a separate address for applications
     * (hostname-backchannel-dynamic).
     */
    private Finding addresses() {
        String expected = origin(settings.issuer());
        boolean same = Stream.of(provider.token(), provider.userinfo())
                .allMatch(endpoint -> origin(endpoint).equals(expected));
        return same
                ? Finding.ok(
                        "addresses",
                        "Endpoints of applications are at " + expected + ", of browsers at "
                                + origin(provider.authorization()) + ".")
                : Finding.failed(
                        "addresses",
                        "The document names " + provider.issuer() + " and " + provider.token() + ", not " + expected
                                + ".",
                        "set --hostname of Keycloak to the address that people use, and --proxy-headers if a proxy is "
                                + "in front of it.");
    }

    private static String origin(URI address) {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() == (https ? 443 : 80) ? -1 : address.getPort();
        return address.getScheme().toLowerCase(Locale.ROOT) + "://"
                + address.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port);
    }
}
