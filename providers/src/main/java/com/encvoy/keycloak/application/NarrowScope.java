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
 * Turns off <em>Full scope allowed</em> for clients created in a realm with the client scope {@link #SCOPE}. Keycloak
 * grants new clients all roles of the user, so their access tokens could change the user's account and would name other
 * applications in their audience.
 *
 * <p>Keycloak sets the full scope after it fires the client creation event, so the first update in the same request
 * narrows it, even if the request asked for the full scope. An administrator can widen it afterwards; an application
 * that registers itself cannot. Imported clients keep their scope.
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
        // A client that registers itself chooses its scopes, and must not be able to drop the one that protects users.
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

    /** Empty outside a request: the server creates clients on its own or imports them from the command line. */
    private static String path(KeycloakSession session) {
        try {
            return session.getContext().getUri().getPath();
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** Whether tokens of an application carry all roles of the user. */
    public static boolean isWide(ClientModel client) {
        return client.isFullScopeAllowed() && client.getClientScopes(true).containsKey(SCOPE);
    }
}
