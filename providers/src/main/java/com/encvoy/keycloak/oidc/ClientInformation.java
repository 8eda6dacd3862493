package com.encvoy.keycloak.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

import com.encvoy.keycloak.application.registration.Registration;
import com.encvoy.keycloak.application.registration.RegistrationCheck;
import com.encvoy.keycloak.application.registration.RegistrationProblem;

/**
 * Returns an application's own registration after client authentication, so that a setup can be checked without a user
 * signing in. Names follow RFC 7591, section 2, where defined.
 */
final class ClientInformation {

    private final KeycloakSession session;
    private final EventBuilder event;

    ClientInformation(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.event = event.event(EventType.CLIENT_INFO);
    }

    /** @throws CorsErrorResponseException {@code invalid_client} if the secret is wrong or the client is public */
    Response answer() {
        if (HttpsRequirement.isViolated(session)) {
            return OAuthErrors.httpsRequired();
        }
        Cors cors = Cors.builder().auth().allowedMethods("POST");
        ClientModel client =
                AuthorizeClientUtil.authorizeClient(session, event, cors).getClient();
        if (client.isPublicClient()) {
            event.error(OAuthErrorException.INVALID_CLIENT);
            throw new CorsErrorResponseException(
                    cors,
                    OAuthErrorException.INVALID_CLIENT,
                    "Public clients cannot be authenticated.",
                    Response.Status.UNAUTHORIZED);
        }
        event.client(client).success();
        return Response.ok(describe(client), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    Map<String, Object> describe(ClientModel client) {
        Registration registration = Registration.of(session, client);
        Map<String, Object> information = new LinkedHashMap<>();
        information.put("client_id", registration.clientId());
        information.put("redirect_uris", registration.redirectUris());
        information.put(
                "scope",
                names(Stream.concat(registration.defaultScopes().stream(), registration.optionalScopes().stream())));
        information.put("default_scope", names(registration.defaultScopes().stream()));
        information.put("full_scope_allowed", registration.fullScopeAllowed());
        registration.accessTokenLifetime().ifPresent(seconds -> information.put("access_token_lifetime", seconds));
        registration.refreshTokens().ifPresent(tokens -> {
            information.put("refresh_token_idle_lifetime", tokens.idleLifetime());
            tokens.lifetime().ifPresent(seconds -> information.put("refresh_token_lifetime", seconds));
        });
        information.put(
                "problems",
                RegistrationCheck.problems(registration).stream()
                        .map(ClientInformation::describe)
                        .toList());
        return information;
    }

    private static Map<String, String> describe(RegistrationProblem problem) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("code", problem.code());
        told.put("subject", problem.subject());
        told.put("description", problem.description());
        told.put("remedy", problem.remedy());
        return told;
    }

    private static String names(Stream<String> scopes) {
        return Stream.concat(Stream.of(OAuth2Constants.SCOPE_OPENID), scopes)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
