package com.encvoy.keycloak.application.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/**
 * What is wrong with a registration: the one place for these rules, behind {@code /client}, {@code docker/check} and
 * the page of the owner.
 */
public final class RegistrationCheck {

    private RegistrationCheck() {}

    /**
     * The problems that an application itself may learn, once it has authenticated: those of scopes and tokens, in the
     * order of their subjects; empty if there is none.
     */
    public static List<RegistrationProblem> problems(Registration registration) {
        return new TokenRules(registration).problems();
    }

    /**
     * All problems that can be seen from here, the most serious first.
     *
     * @param server where the application finds it
     */
    public static List<RegistrationProblem> problems(
            KeycloakSession session, ClientModel client, ServerAddress server) {
        Optional<ExpectedClient> expected = ExpectedClient.of(client);
        Registration registration = Registration.of(session, client);
        List<RegistrationProblem> problems = new ArrayList<>();
        problems.addAll(new SignInRules(client, expected).problems());
        problems.addAll(new RedirectRules(client, registration.redirectUris(), expected).problems());
        problems.addAll(new IssuerRules(
                        client,
                        server,
                        session.getContext().getUri(UrlType.BACKEND).getBaseUri(),
                        expected)
                .problems());
        problems.addAll(new ScopeRules(client, expected.isPresent()).problems());
        problems.addAll(problems(registration));
        return problems.stream()
                .map(problem -> problem.fixedBy(problem.fix().filter(fix -> fix.changes(client))))
                .toList();
    }

    /**
     * The remedy of a problem that the client has now.
     *
     * @param code of the problem, as a page or a program names it
     * @return empty if there is no such problem, or no change of the client removes it
     */
    public static Optional<RegistrationRemedy> remedy(
            KeycloakSession session, ClientModel client, ServerAddress server, String code) {
        return problems(session, client, server).stream()
                .filter(problem -> problem.code().equals(code))
                .flatMap(problem -> problem.fix().stream())
                .findFirst();
    }
}
