package com.encvoy.keycloak.application.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.keycloak.models.ClientModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.registration.RegistrationRemedy.Kind;

/** Checks whether people are sent back to the address that the product expects. */
final class RedirectRules {

    private static final String SUBJECT = "redirect_uris";

    private final ClientModel client;
    private final Set<String> registered;
    private final Optional<ExpectedClient> expected;
    private final List<RegistrationProblem> problems = new ArrayList<>();

    /** @param registered complete, with the root URL */
    RedirectRules(ClientModel client, Set<String> registered, Optional<ExpectedClient> expected) {
        this.client = client;
        this.registered = registered;
        this.expected = expected;
    }

    List<RegistrationProblem> problems() {
        if (StringUtil.isBlank(client.getRootUrl())
                && client.getRedirectUris().stream().anyMatch(uri -> uri.startsWith("/"))) {
            problems.add(RegistrationProblem.of(
                    "address_missing",
                    SUBJECT,
                    "The application has no address, so its redirect URIs are on this server.",
                    "enter the address of the application"));
        } else if (expected.isPresent() && expected.get().redirectUris().isEmpty()) {
            problems.add(RegistrationProblem.of(
                            "address_unknown",
                            SUBJECT,
                            "The address of the application is not a web address, so its redirect URI is unknown.",
                            "enter the address of the application")
                    .asAdvice());
        }
        List<String> wanted = expected.map(ExpectedClient::redirectUris).orElse(List.of());
        if (!wanted.isEmpty()) {
            wanted(wanted);
        } else if (client.isStandardFlowEnabled() && registered.isEmpty()) {
            problems.add(RegistrationProblem.of(
                    "redirect_uris_none",
                    SUBJECT,
                    "The client has no redirect URI, so people cannot sign in.",
                    "enter the address to which people return after signing in"));
        }
        registered.stream()
                .filter(uri -> uri.contains("*"))
                .forEach(uri -> problems.add(RegistrationProblem.of(
                                "redirect_uri_wildcard",
                                SUBJECT,
                                uri + " allows more than one address.",
                                "enter the exact addresses",
                                uri)
                        .asAdvice()));
        return problems;
    }

    /** A product sends one of the addresses of its template, the first of those that differ by a slash only. */
    private void wanted(List<String> wanted) {
        Optional<String> slash = wanted.stream()
                .filter(uri -> !accepts(uri) && registered.contains(otherSlash(uri)))
                .filter(uri -> {
                    int other = wanted.indexOf(otherSlash(uri));
                    return other < 0 || wanted.indexOf(uri) < other;
                })
                .findFirst();
        if (slash.isPresent()) {
            problems.add(RegistrationProblem.of(
                            "redirect_uri_slash",
                            SUBJECT,
                            "The application sends people to " + slash.get() + ", but " + otherSlash(slash.get())
                                    + " is registered: the slash at the end makes a difference.",
                            "enter this address among the valid redirect URIs of the client",
                            slash.get(),
                            otherSlash(slash.get()))
                    .fixedBy(new RegistrationRemedy(Kind.ADD_REDIRECT_URI, slash.get())));
        } else if (wanted.stream().noneMatch(this::accepts)) {
            problems.add(RegistrationProblem.of(
                            "redirect_uri_missing",
                            SUBJECT,
                            "The application sends people to " + wanted.get(0) + ", which is not registered.",
                            "enter this address, with its slash at the end, among the valid redirect URIs of the"
                                    + " client",
                            wanted.get(0))
                    .fixedBy(new RegistrationRemedy(Kind.ADD_REDIRECT_URI, wanted.get(0))));
        }
    }

    private boolean accepts(String uri) {
        return registered.stream()
                .anyMatch(known -> known.equals(uri)
                        || (known.endsWith("*") && uri.startsWith(known.substring(0, known.length() - 1))));
    }

    private static String otherSlash(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri + "/";
    }
}
