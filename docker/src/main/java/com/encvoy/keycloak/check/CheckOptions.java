package com.encvoy.keycloak.check;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is to be checked. The secret comes from the environment only: everybody on a machine can read the options of a
 * process.
 *
 * @param issuer {@code OIDC_DOMAIN} of Sentry, without a trailing slash
 * @param clientId client ID of the application
 * @param clientSecret its secret
 * @param sentry address of Sentry ({@code system.url-prefix}), without a trailing slash
 * @param scope the scopes that Sentry asks for
 * @param authorities certificates to trust in place of the well-known ones, PEM; null for the well-known ones
 * @param help whether only {@link #HELP} is wanted
 */
record CheckOptions(
        URI issuer, String clientId, String clientSecret, URI sentry, String scope, Path authorities, boolean help) {

    static final String HELP = """
            Usage: check [--issuer URL] [--client-id ID] [--sentry-url URL] [--scope SCOPES] [--ca FILE]

            Does what Sentry with sentry-auth-oidc will do, as far as that is possible without a person, and prints one line
            for each step. The client secret is read from the environment variable OIDC_CLIENT_SECRET.

              --issuer URL      OIDC_DOMAIN of Sentry, such as https://id.example.com/api/oidc; default $OIDC_DOMAIN
              --client-id ID    client ID; default $OIDC_CLIENT_ID, else sentry
              --sentry-url URL  address of Sentry (system.url-prefix); default $SENTRY_URL
              --scope SCOPES    scopes that Sentry asks for; default $OIDC_SCOPE, else "openid email profile"
              --ca FILE         certificates to trust in place of the well-known ones, PEM; default $REQUESTS_CA_BUNDLE
              --help            this text

            Variables for proxies, such as HTTPS_PROXY, which Sentry follows, are not followed here.

            Exit code: 0 all is well, 1 something has to be mended, 2 the command was wrong.
            """;

    /** @throws IllegalArgumentException with one sentence for the person at the terminal */
    static CheckOptions parse(Map<String, String> environment, String... args) {
        String issuer = environment.get("OIDC_DOMAIN");
        String clientId = orDefault(environment.get("OIDC_CLIENT_ID"), "sentry");
        String sentry = environment.get("SENTRY_URL");
        String scope = orDefault(environment.get("OIDC_SCOPE"), "openid email profile");
        String authorities = environment.get("REQUESTS_CA_BUNDLE");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--issuer" -> issuer = value(args, ++i);
                case "--client-id" -> clientId = value(args, ++i);
                case "--sentry-url" -> sentry = value(args, ++i);
                case "--scope" -> scope = value(args, ++i);
                case "--ca" -> authorities = value(args, ++i);
                case "--help" -> {
                    return new CheckOptions(null, null, null, null, null, null, true);
                }
                default -> throw new IllegalArgumentException("There is no option " + args[i] + ": see --help.");
            }
        }
        String secret = environment.get("OIDC_CLIENT_SECRET");
        if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "The client secret is missing: set the environment variable OIDC_CLIENT_SECRET.");
        }
        return new CheckOptions(
                address("--issuer", "https://id.example.com/api/oidc", issuer),
                clientId,
                secret,
                address("--sentry-url", "https://sentry.example.com", sentry),
                scope,
                authorities == null || authorities.isEmpty() ? null : Path.of(authorities),
                false);
    }

    /** The address that Sentry has people sent back to, with its slash. */
    String redirectUri() {
        return sentry + "/auth/sso/";
    }

    private static String orDefault(String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    private static String value(String[] args, int i) {
        if (i == args.length || args[i].isBlank()) {
            throw new IllegalArgumentException("The option " + args[i - 1] + " needs a value: see --help.");
        }
        return args[i];
    }

    private static URI address(String option, String example, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The option " + option + " is missing: give an address like " + example + ".");
        }
        if (!value.matches("https?://([\\w.-]+|\\[[0-9a-fA-F:]+])(:[0-9]{1,5})?(/[\\w.~/-]*)?")) {
            throw new IllegalArgumentException(
                    "The option " + option + " must look like " + example + ", not " + value + ".");
        }
        URI address = URI.create(value.replaceAll("/+$", ""));
        if (address.getHost() == null || address.getPort() > 65535) {
            throw new IllegalArgumentException(
                    "The option " + option + " must look like " + example + ", not " + value + ".");
        }
        return address;
    }
}
