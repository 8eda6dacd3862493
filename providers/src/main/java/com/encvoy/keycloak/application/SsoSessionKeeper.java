package com.encvoy.keycloak.application;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/**
 * Keeps the browser signed in after a login that requested {@code offline_access}. Since 26.1, Keycloak ends the SSO
 * session as soon as such a login has its refresh token, marked by a note in the client session. Users signing in at
 * Sentry first would have to sign in again at the next application.
 */
public final class SsoSessionKeeper {

    /** The mapper that keeps the browser signed in for an application. Stored in realms, never to be renamed. */
    public static final String MAPPER = "encvoy-single-sign-on-mapper";

    private SsoSessionKeeper() {}

    /** Keeps the browser signed in if its session is about to end. */
    public static void keep(AuthenticatedClientSessionModel clientSession) {
        if (isAboutToEnd(clientSession)) {
            clientSession.removeNote(AuthenticationProcessor.FIRST_OFFLINE_ACCESS);
        }
    }

    /**
     * Does at login, when the session is about to be written anyway, what the mapper in the application's default
     * scopes would do at the first token with a separate database update.
     */
    public static void keepAtLogin(AuthenticatedClientSessionModel clientSession) {
        if (isAboutToEnd(clientSession) && hasMapper(clientSession.getClient())) {
            keep(clientSession);
        }
    }

    private static boolean isAboutToEnd(AuthenticatedClientSessionModel clientSession) {
        return clientSession.getNote(AuthenticationProcessor.FIRST_OFFLINE_ACCESS) != null;
    }

    private static boolean hasMapper(ClientModel client) {
        return client.getClientScopes(true).values().stream()
                .flatMap(ClientScopeModel::getProtocolMappersStream)
                .anyMatch(mapper -> MAPPER.equals(mapper.getProtocolMapper()));
    }
}
