package com.encvoy.keycloak.oidc;

import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenManager;

/**
 * Ignores requested scopes that the application does not have, as OpenID Connect Core 1.0, section 3.1.2.1, and Encvoy
 * ID do. Keycloak would reject the whole request, to which Sentry would respond by asking again in an endless loop.
 */
final class RequestedScopes {

    private RequestedScopes() {}

    /** @return the parameters with known scopes only; empty if all are known */
    static Optional<MultivaluedMap<String, String>> withoutUnknown(
            KeycloakSession session, MultivaluedMap<String, String> parameters) {
        String requested = parameters.getFirst(OAuth2Constants.SCOPE);
        String clientId = parameters.getFirst(OAuth2Constants.CLIENT_ID);
        ClientModel client =
                clientId == null ? null : session.getContext().getRealm().getClientByClientId(clientId);
        if (requested == null || client == null || TokenManager.isValidScope(session, requested, client, null)) {
            return Optional.empty();
        }
        String known = TokenManager.parseScopeParameter(requested)
                .filter(scope -> !scope.isEmpty() && TokenManager.isValidScope(session, scope, client, null))
                .collect(Collectors.joining(" "));
        if (known.equals(requested)) {
            return Optional.empty();
        }
        MultivaluedMap<String, String> kept = new MultivaluedHashMap<>(parameters);
        kept.remove(OAuth2Constants.SCOPE);
        if (!known.isEmpty()) {
            kept.putSingle(OAuth2Constants.SCOPE, known);
        }
        return Optional.of(kept);
    }

    /** Removes unknown scopes from the form of the current request. */
    static void dropUnknownScopesOfForm(KeycloakSession session) {
        withoutUnknown(session, session.getContext().getHttpRequest().getDecodedFormParameters())
                .ifPresent(form -> session.getContext()
                        .setHttpRequest(
                                new HttpRequestWithForm(session.getContext().getHttpRequest(), form)));
    }
}
