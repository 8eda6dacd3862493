package com.encvoy.keycloak.login.gate;

import jakarta.ws.rs.core.Response;

import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

import com.encvoy.keycloak.access.AccessDecision;

/**
 * The token endpoint's error {@code invalid_grant} (RFC 6749, section 5.2) for an application the user may no longer
 * use. Sentry notices the withdrawal this way, within a day.
 */
final class AccessWithdrawn {

    private AccessWithdrawn() {}

    /**
     * Fires the error event and rejects the request if the user may not use the application.
     *
     * @throws CorsErrorResponseException if the session's user may not use the application
     */
    static void requireAccess(ClientModel client, UserSessionModel userSession, EventBuilder event, Cors cors) {
        AccessDecision access = AccessDecision.ofTokens(client, userSession.getUser());
        if (!access.isAllowed()) {
            event.user(userSession.getUser()).session(userSession).detail(Details.REASON, access.reason());
            event.error(OAuthErrorException.INVALID_GRANT);
            throw new CorsErrorResponseException(
                    cors,
                    OAuthErrorException.INVALID_GRANT,
                    "Access withdrawn: " + access.reason(),
                    Response.Status.BAD_REQUEST);
        }
    }
}
