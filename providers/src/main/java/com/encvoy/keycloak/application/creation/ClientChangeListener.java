package com.encvoy.keycloak.application.creation;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Called when an OpenID Connect client is changed, except while its realm is imported.
 *
 * <p>Keycloak fires the creation event before it applies the settings, so a client is <em>created</em> in the first
 * update of the same request. Clients of a partial import, and those that the server creates on its own, are not.
 */
public abstract class ClientChangeListener implements ProviderEventListener {

    private static final String PARTIAL_IMPORT = "/partialImport";
    private static final String REGISTRATION = "/clients-registrations/";

    private final String created = getClass().getName() + ".created.";
    private final String importing = getClass().getName() + ".importing.";

    protected abstract void changed(ClientChange change);

    @Override
    public final void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmCreationEvent begun) {
            begun.getKeycloakSession()
                    .setAttribute(importing + begun.getCreatedRealm().getId(), true);
        } else if (event instanceof RealmModel.RealmPostCreateEvent done) {
            done.getKeycloakSession()
                    .removeAttribute(importing + done.getCreatedRealm().getId());
        } else if (event instanceof ClientModel.ClientCreationEvent creation) {
            KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
            if (session != null) {
                session.setAttribute(created + creation.getCreatedClient().getId(), true);
            }
        } else if (event instanceof ClientModel.ClientUpdatedEvent update
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(
                        update.getUpdatedClient().getProtocol())) {
            updated(update.getKeycloakSession(), update.getUpdatedClient());
        }
    }

    private void updated(KeycloakSession session, ClientModel client) {
        boolean first = session.removeAttribute(created + client.getId()) != null;
        if (session.getAttribute(importing + client.getRealm().getId()) != null) {
            return;
        }
        String path = path(session);
        changed(new ClientChange(
                session,
                client,
                first && !path.isEmpty() && !path.endsWith(PARTIAL_IMPORT),
                path.contains(REGISTRATION)));
    }

    /** Empty outside a request: the server creates clients on its own or imports them from the command line. */
    private static String path(KeycloakSession session) {
        try {
            return session.getContext().getUri().getPath();
        } catch (RuntimeException e) {
            return "";
        }
    }
}
