package com.encvoy.keycloak.check;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.encvoy.keycloak.command.AddressConverter;
import com.encvoy.keycloak.command.Trust;
import com.encvoy.keycloak.command.UsageErrors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code docker/check}. */
@Command(
        name = "check",
        sortOptions = false,
        descriptionHeading = "%n",
        description =
                "Sends the requests that Sentry with sentry-auth-oidc sends, as far as possible without signing in,"
                        + " and prints one line for each step. The client secret is read from the environment variable"
                        + " OIDC_CLIENT_SECRET.",
        optionListHeading = "%n",
        footer = {
            "",
            "Variables for proxies, such as HTTPS_PROXY, are ignored here, although Sentry follows them.",
            "",
            "Exit code: 0 every step passed, 1 a step failed, 2 the command line was wrong."
        },
        exitCodeOnInvalidInput = CheckCommand.WRONG_COMMAND)
public final class CheckCommand implements Callable<Integer> {

    static final int WRONG_COMMAND = 2;

    private static final int PASSED = 0;
    private static final int FAILED = 1;

    private final SentryEnvironment environment;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            required = true,
            converter = AddressConverter.class,
            description = "OIDC_DOMAIN of Sentry, such as https://id.example.com/api/oidc; default $OIDC_DOMAIN")
    private URI issuer;

    @Option(names = "--client-id", paramLabel = "ID", description = "client ID; default $OIDC_CLIENT_ID, else sentry")
    private String clientId = "sentry";

    @Option(
            names = "--sentry-url",
            paramLabel = "URL",
            required = true,
            converter = AddressConverter.class,
            description = "address of Sentry (system.url-prefix); default $SENTRY_URL")
    private URI sentry;

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            description = "scopes that Sentry requests; default $OIDC_SCOPE, else \"openid email profile\"")
    private String scope = "openid email profile";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file of certificates to trust instead of well-known ones; default $REQUESTS_CA_BUNDLE")
    private Path authorities;

    @Spec
    private CommandSpec spec;

    private CheckCommand(SentryEnvironment environment) {
        this.environment = environment;
    }

    /** Exits with 0 if every step passed, with 1 if a step failed, with 2 for a wrong command line. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /** @param variables the variables of the process */
    public static CommandLine commandLine(Map<String, String> variables) {
        SentryEnvironment environment = new SentryEnvironment(variables);
        return UsageErrors.commandLine(new CheckCommand(environment)).setDefaultValueProvider(environment);
    }

    CheckSettings settings() {
        String secret = environment
                .clientSecret()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "The client secret is missing; set the environment variable " + SentryEnvironment.SECRET));
        return new CheckSettings(issuer, clientId, secret, sentry, scope);
    }

    @Override
    public Integer call() throws InterruptedException {
        CheckSettings settings = settings();
        List<Finding> findings = findings(settings, new Requests(Trust.in(spec.commandLine(), authorities)));
        findings.forEach(spec.commandLine().getOut()::println);
        return findings.stream().anyMatch(Finding::isFailure) ? FAILED : PASSED;
    }

    private static List<Finding> findings(CheckSettings settings, Requests requests) throws InterruptedException {
        DiscoveryStep discovery = new DiscoveryStep(settings, requests);
        Provider provider = discovery.provider();
        List<Finding> findings = new ArrayList<>(discovery.findings());
        if (provider != null) {
            findings.add(new AuthorizationStep(settings, requests).finding(provider));
            findings.addAll(new ApplicationStep(settings, requests).findings(provider));
        }
        return findings;
    }
}
