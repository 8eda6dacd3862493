package com.encvoy.keycloak.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** Reads the discovery document, as every process of Sentry does when it starts: without it, Sentry does not start. */
final class DiscoveryStep {

    private static final String STEP = "discovery";
    private static final String NO_RESOURCE = "Unable to find matching target resource method";

    private final CheckOptions options;
    private final Requests requests;
    private final List<Finding> findings = new ArrayList<>();
    private Provider provider;

    DiscoveryStep(CheckOptions options, Requests requests) {
        this.options = options;
        this.requests = requests;
    }

    List<Finding> findings() {
        return findings;
    }

    /** @return null when there is no document that Sentry could use */
    Provider provider() throws InterruptedException {
        URI document = URI.create(options.issuer() + "/.well-known/openid-configuration");
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = requests.discover(document);
            if ("https".equals(document.getScheme())) {
                findings.add(Finding.ok("TLS", "The certificate is trusted."));
            }
            read(response, (System.nanoTime() - start) / 1_000_000);
        } catch (SSLException e) {
            findings.add(Finding.failed("TLS", "The certificate of " + document.getAuthority() + " is not trusted (" + e.getMessage() + ").",
                    "install one of a known authority with its whole chain, or give its authority to Sentry's containers in"
                            + " REQUESTS_CA_BUNDLE, and to this check with --ca."));
        } catch (HttpTimeoutException e) {
            findings.add(Finding.failed(STEP, document + " did not answer within 2 seconds; Sentry does not start then.",
                    "look at the load of the server, at DNS and at the proxies between; start Keycloak before Sentry."));
        } catch (IOException e) {
            findings.add(Finding.failed(STEP, document.getAuthority() + " cannot be reached (" + reason(e) + ").",
                    "is the server running, and do address, port and firewall let this machine through? Sentry's containers need the same way."));
        }
        return provider;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void read(HttpResponse<String> response, long milliseconds) {
        JsonDocument document = new JsonDocument(response.body());
        List<String> missing = Stream.of("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint")
                .filter(name -> document.string(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            findings.add(unusable(response, missing));
            return;
        }
        provider = new Provider(document.string("issuer").orElseThrow(), endpoint(document, "authorization_endpoint"),
                endpoint(document, "token_endpoint"), endpoint(document, "userinfo_endpoint"));
        findings.add(Finding.ok(STEP, "The document answered in " + milliseconds + " ms."));
        findings.add(addresses());
    }

    private static URI endpoint(JsonDocument document, String name) {
        return URI.create(document.string(name).orElseThrow());
    }

    private Finding unusable(HttpResponse<String> response, List<String> missing) {
        String found = response.uri() + " answered " + response.statusCode() + " without " + String.join(", ", missing) + ".";
        if (response.body().contains(NO_RESOURCE)) {
            return Finding.failed(STEP, found, "this is a Keycloak without the pack: copy the JARs of Encvoy ID into its folder providers"
                    + " and start it again (kc.sh build first, if it starts with --optimized).");
        }
        return Finding.failed(STEP, found, "the address must be https://<host>/api/oidc or https://<host>/realms/<realm>, and the realm must"
                + " exist and be enabled: was it imported, does --spi-realm-restapi-extension--api--root-realm name it?");
    }

    private Finding addresses() {
        String expected = options.issuer().getScheme() + "://" + options.issuer().getAuthority() + "/";
        boolean same = Stream.of(provider.issuer(), provider.token().toString(), provider.userinfo().toString(),
                provider.authorization().toString()).allMatch(address -> address.startsWith(expected));
        return same ? Finding.ok("addresses", "Issuer and endpoints are at " + expected + ".")
                : Finding.failed("addresses", "The document names " + provider.issuer() + " and " + provider.authorization() + ", not "
                        + expected + ".", "set --hostname of Keycloak to the address that people use, and --proxy-headers when a proxy"
                        + " stands before it.");
    }
}
