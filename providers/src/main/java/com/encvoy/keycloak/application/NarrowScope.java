package com.encvoy.keycloak.application;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * A client that is made in a realm with the client scope {@link #SCOPE} starts with the roles of its own alone, where Keycloak gives it
 * all roles of the person: its access tokens could change the person's account, and name other applications in their audience.
 *
 * <p>Keycloak sets the wide scope after it has told that a client was created, so the first update in the same request narrows it, also
 * where the request asked for a wide one. An administrator widens it afterwards. Imports are left as they are.
 */
public final class NarrowScope implements ProviderEventListener {

    /** The client scope of Encvoy ID's applications. Stored in realms, never to be renamed. */
    public static final String SCOPE = "encvoy";

    private static final String CREATED = NarrowScope.class.getName() + ".created.";
    private static final String IMPORTING = NarrowScope.class.getName() + ".importing.";

    private static final String PARTIAL_IMPORT = "/partialImport";

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmCreationEvent created) {
            created.getKeycloakSession().setAttribute(IMPORTING + created.getCreatedRealm().getId(), Boolean.TRUE);
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            created.getKeycloakSession().removeAttribute(IMPORTING + created.getCreatedRealm().getId());
        } else if (event instanceof ClientModel.ClientCreationEvent created) {
            KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
            if (session != null) {
                session.setAttribute(CREATED + created.getCreatedClient().getId(), Boolean.TRUE);
            }
        } else if (event instanceof ClientModel.ClientUpdatedEvent updated
                && updated.getKeycloakSession().removeAttribute(CREATED + updated.getUpdatedClient().getId()) != null) {
            narrow(updated.getKeycloakSession(), updated.getUpdatedClient());
        }
    }

    private static void narrow(KeycloakSession session, ClientModel client) {
        if (client.isFullScopeAllowed() && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())
                && client.getRealm().getClientScopesStream().map(ClientScopeModel::getName).anyMatch(SCOPE::equals)
                && !isImport(session, client)) {
            client.setFullScopeAllowed(false);
        }
    }

    private static boolean isImport(KeycloakSession session, ClientModel client) {
        if (session.getAttribute(IMPORTING + client.getRealm().getId()) != null) {
            return true;
        }
        try {
            return session.getContext().getUri().getPath().endsWith(PARTIAL_IMPORT);
        } catch (RuntimeException e) {
            // There is no request: the server makes clients of its own accord, or imports them from its command line.
            return true;
        }
    }

    /** Whether tokens of an application carry all roles of the person. */
    public static boolean isMissing(ClientModel client) {
        return client.isFullScopeAllowed() && client.getClientScopes(true).containsKey(SCOPE);
    }
}
