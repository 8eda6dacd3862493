package com.encvoy.keycloak.application.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.keycloak.common.enums.SslRequired;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.application.Application;

/** Checks whether the application reaches this server at the address that it is given. */
final class IssuerRules {

    private static final String SUBJECT = "issuer";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final ClientModel client;
    private final ServerAddress server;
    private final URI endpoints;
    private final Optional<ExpectedClient> expected;
    private final List<RegistrationProblem> problems = new ArrayList<>();

    /** @param endpoints an address of the endpoints that the application calls itself */
    IssuerRules(ClientModel client, ServerAddress server, URI endpoints, Optional<ExpectedClient> expected) {
        this.client = client;
        this.server = server;
        this.endpoints = endpoints;
        this.expected = expected;
    }

    List<RegistrationProblem> problems() {
        boolean local = isThisMachine(server.issuer());
        Optional<URI> address = address(client.getRootUrl());
        if (local && address.isPresent() && !isThisMachine(address.get())) {
            problems.add(RegistrationProblem.of(
                    "issuer_local",
                    SUBJECT,
                    server.issuer() + " works on this machine only; the application at "
                            + address.get().getHost() + " cannot reach it.",
                    "set --hostname of Keycloak to the address that people use",
                    server.issuer().toString(),
                    address.get().getHost()));
        }
        SslRequired required = client.getRealm().getSslRequired();
        if ("http".equalsIgnoreCase(server.issuer().getScheme()) && (!local || required == SslRequired.ALL)) {
            RegistrationProblem insecure = RegistrationProblem.of(
                    "issuer_insecure",
                    SUBJECT,
                    server.issuer() + " is not encrypted: passwords can be read in transit.",
                    "set --hostname of Keycloak to an https address, and --proxy-headers if a proxy is in front of it",
                    server.issuer().toString());
            problems.add(required == SslRequired.NONE ? insecure.asAdvice() : insecure);
        }
        if (!origin(endpoints).equals(origin(server.issuer()))) {
            problems.add(RegistrationProblem.of(
                            "endpoints_elsewhere",
                            SUBJECT,
                            "The issuer is at " + origin(server.issuer()) + ", the endpoints of applications at "
                                    + origin(endpoints) + ".",
                            "set --hostname of Keycloak to the address that people use, and --proxy-headers if a"
                                    + " proxy is in front of it",
                            origin(server.issuer()),
                            origin(endpoints))
                    .asAdvice());
        }
        if (address.isPresent()
                && "http".equalsIgnoreCase(address.get().getScheme())
                && !isThisMachine(address.get())) {
            problems.add(RegistrationProblem.of(
                            "address_insecure",
                            SUBJECT,
                            address.get() + " is not encrypted: others can take over a sign-in in transit.",
                            "give the application an https address",
                            address.get().toString())
                    .asAdvice());
        }
        issuerSetting();
        return problems;
    }

    private void issuerSetting() {
        if (!Application.of(client).expectsRootIssuer()) {
            return;
        }
        if (!server.rootRealm()) {
            problems.add(RegistrationProblem.of(
                    "issuer_setting_ignored",
                    SUBJECT,
                    "encvoy.issuer is root, which only works in the root realm.",
                    "remove the setting, and give the application the address of this realm"));
        } else if (expected.isPresent()) {
            // Each template's page gives the product the address with /api/oidc.
            problems.add(RegistrationProblem.of(
                            "issuer_of_server",
                            SUBJECT,
                            "ID tokens name the server as their issuer, not the address that was given to the product.",
                            "remove encvoy.issuer, unless each address was entered in the application by hand")
                    .asAdvice());
        }
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(String::strip)
                    .filter(uri -> !uri.isEmpty())
                    .map(IssuerRules::parse)
                    .filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean isThisMachine(URI address) {
        return address.getHost() != null
                && THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : address.getPort();
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT)
                + (port < 0 ? "" : ":" + port);
    }
}
