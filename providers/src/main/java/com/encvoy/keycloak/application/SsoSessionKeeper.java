package com.encvoy.keycloak.application;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/**
 * Whether the browser stays signed in after a login that began with {@code offline_access}. Since 26.1 Keycloak ends
 * the sign-on session, by a note at the application's session, as soon as such a login has its refresh token, so that
 * whoever signs in at Sentry first would have to sign in again at the next application.
 */
public final class SsoSessionKeeper {

    /** The mapper that an application has where the browser stays signed in. Stored in realms, never to be renamed. */
    public static final String MAPPER = "encvoy-single-sign-on-mapper";

    private SsoSessionKeeper() {}

    /** Keeps the browser signed in, if it is about to be signed out. */
    public static void keep(AuthenticatedClientSessionModel clientSession) {
        if (isAboutToEnd(clientSession)) {
            clientSession.removeNote(AuthenticationProcessor.FIRST_OFFLINE_ACCESS);
        }
    }

    /**
     * Does at the login, whose session is about to be written anyway, what the mapper of the application's default
     * scopes would do at the first token, with a change of its own in the database.
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
