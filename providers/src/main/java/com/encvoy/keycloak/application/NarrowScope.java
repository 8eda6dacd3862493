package com.encvoy.keycloak.application;

import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * A client that is made in a realm with the client scope {@link #SCOPE} starts with the roles of its own alone, where
 * Keycloak gives it all roles of the person: its access tokens could change the person's account, and name other
 * applications in their audience.
 *
 * <p>Keycloak sets the wide scope after it has told that a client was created, so the first update in the same request
 * narrows it, also where the request asked for a wide one. An administrator widens it afterwards; an application that
 * registers itself cannot. Imports are left as they are.
 */
public final class NarrowScope implements ProviderEventListener {

    /** The client scope of Encvoy ID's applications. Stored in realms, never to be renamed. */
    public static final String SCOPE = "encvoy";

    private static final String CREATED = NarrowScope.class.getName() + ".created.";
    private static final String IMPORTING = NarrowScope.class.getName() + ".importing.";

    private static final String PARTIAL_IMPORT = "/partialImport";
    private static final String REGISTRATION = "/clients-registrations/";

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmCreationEvent created) {
            created.getKeycloakSession()
                    .setAttribute(IMPORTING + created.getCreatedRealm().getId(), true);
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            created.getKeycloakSession()
                    .removeAttribute(IMPORTING + created.getCreatedRealm().getId());
        } else if (event instanceof ClientModel.ClientCreationEvent created) {
            KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
            if (session != null) {
                session.setAttribute(CREATED + created.getCreatedClient().getId(), true);
            }
        } else if (event instanceof ClientModel.ClientUpdatedEvent updated
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(
                        updated.getUpdatedClient().getProtocol())) {
            updated(updated.getKeycloakSession(), updated.getUpdatedClient());
        }
    }

    private static void updated(KeycloakSession session, ClientModel client) {
        boolean created = session.removeAttribute(CREATED + client.getId()) != null;
        Optional<ClientScopeModel> scope = client.getRealm()
                .getClientScopesStream()
                .filter(known -> known.getName().equals(SCOPE))
                .findFirst();
        if (scope.isEmpty()
                || session.getAttribute(IMPORTING + client.getRealm().getId()) != null) {
            return;
        }
        String path = path(session);
        boolean registered = path.contains(REGISTRATION);
        if (registered || (created && !path.endsWith(PARTIAL_IMPORT) && !path.isEmpty())) {
            narrow(client);
        }
        // An application that registers itself names the scopes it wants, and must not get rid of what guards people.
        if (registered
                && !client.getClientScopes(true).containsKey(SCOPE)
                && client.getRealm()
                        .getDefaultClientScopesStream(true)
                        .anyMatch(known -> known.getId().equals(scope.get().getId()))) {
            client.addClientScope(scope.get(), true);
        }
    }

    private static void narrow(ClientModel client) {
        if (client.isFullScopeAllowed()) {
            client.setFullScopeAllowed(false);
        }
    }

    /**
     * Empty where there is no request: the server makes clients of its own accord, or imports them from its command
     * line.
     */
    private static String path(KeycloakSession session) {
        try {
            return session.getContext().getUri().getPath();
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** Whether tokens of an application carry all roles of the person. */
    public static boolean isWide(ClientModel client) {
        return client.isFullScopeAllowed() && client.getClientScopes(true).containsKey(SCOPE);
    }
}
