package com.encvoy.keycloak.application.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

import com.encvoy.keycloak.application.NarrowScope;
import com.encvoy.keycloak.application.registration.RegistrationRemedy.Kind;

/**
 * Checks whether the client has the scopes that applications ask for, and whether the scope of Encvoy ID is complete.
 */
final class ScopeRules {

    /** Without it, Keycloak's tokens do not say who signed in. */
    private static final String BASIC = "basic";

    /** What applications ask for: {@code OIDC_SCOPE} of Sentry, and the pages of the other templates. */
    private static final List<String> ASKED_FOR = List.of("email", "profile");

    /** Without these, tokens are given to people without access, say too much, or name another issuer. */
    static final Set<String> MAPPERS = Set.of("encvoy-access-mapper", "encvoy-claims-mapper", "encvoy-issuer-mapper");

    private final ClientModel client;
    private final boolean product;

    /** @param product whether it is one of the products, which cannot ask for less */
    ScopeRules(ClientModel client, boolean product) {
        this.client = client;
        this.product = product;
    }

    List<RegistrationProblem> problems() {
        List<RegistrationProblem> problems = new ArrayList<>();
        Set<String> standard = client.getClientScopes(true).keySet();
        Set<String> optional = client.getClientScopes(false).keySet();
        if (!standard.contains(BASIC)) {
            problems.add(missing(BASIC));
        }
        for (String scope : ASKED_FOR) {
            if (!standard.contains(scope) && !optional.contains(scope)) {
                problems.add(product ? missing(scope) : missing(scope).asAdvice());
            }
        }
        NarrowScope.scope(client.getRealm()).ifPresent(scope -> {
            Set<String> absent = absentMappers(scope);
            if (!absent.isEmpty()) {
                String names = String.join(", ", absent);
                problems.add(RegistrationProblem.of(
                        "mapper_missing",
                        "scopes",
                        "The client scope encvoy of this realm lacks " + names + ".",
                        "add them to the client scope as in the realm file",
                        names));
            }
        });
        return problems;
    }

    private static RegistrationProblem missing(String scope) {
        return RegistrationProblem.of(
                        "scope_missing",
                        "scopes",
                        "The client lacks " + scope + ".",
                        "assign it on its tab Client scopes",
                        scope)
                .fixedBy(new RegistrationRemedy(Kind.ADD_DEFAULT_SCOPE, scope));
    }

    private static Set<String> absentMappers(ClientScopeModel scope) {
        Set<String> present = scope.getProtocolMappersStream()
                .map(ProtocolMapperModel::getProtocolMapper)
                .collect(Collectors.toSet());
        Set<String> absent = new TreeSet<>(MAPPERS);
        absent.removeAll(present);
        return absent;
    }
}
