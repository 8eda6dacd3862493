package com.encvoy.keycloak.check;

import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The environment variables of Sentry that options fall back to. */
final class SentryEnvironment implements IDefaultValueProvider {

    static final String SECRET = "OIDC_CLIENT_SECRET";

    private static final Map<String, String> OPTIONS = Map.of(
            "--issuer", "OIDC_DOMAIN",
            "--client-id", "OIDC_CLIENT_ID",
            "--sentry-url", "SENTRY_URL",
            "--scope", "OIDC_SCOPE",
            "--ca", "REQUESTS_CA_BUNDLE");

    private final Map<String, String> variables;

    SentryEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    Optional<String> clientSecret() {
        return value(SECRET);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && OPTIONS.containsKey(option.longestName())
                ? value(OPTIONS.get(option.longestName())).orElse(null)
                : null;
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }
}
