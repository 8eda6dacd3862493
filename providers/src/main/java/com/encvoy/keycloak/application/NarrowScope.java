package com.encvoy.keycloak.application;

import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.creation.ClientChange;
import com.encvoy.keycloak.application.creation.ClientChangeListener;

/**
 * Turns off <em>Full scope allowed</em> for clients created in a realm with the client scope {@link #SCOPE}. Keycloak
 * grants new clients all roles of the user, so their access tokens could change the user's account and would name other
 * applications in their audience.
 *
 * <p>Keycloak sets the full scope after it fires the client creation event, so the first update in the same request
 * narrows it, even if the request asked for the full scope. An administrator can widen it afterwards; an application
 * that registers itself cannot. Imported clients keep their scope.
 */
public final class NarrowScope extends ClientChangeListener {

    /** The client scope of Encvoy ID's applications. Stored in realms, never to be renamed. */
    public static final String SCOPE = "encvoy";

    @Override
    protected void changed(ClientChange change) {
        ClientModel client = change.client();
        Optional<ClientScopeModel> scope = scope(client.getRealm());
        if (scope.isEmpty()) {
            return;
        }
        if (change.created() || change.selfRegistered()) {
            narrow(client);
        }
        // A client that registers itself chooses its scopes, and must not be able to drop the one that protects users.
        if (change.selfRegistered()
                && !client.getClientScopes(true).containsKey(SCOPE)
                && client.getRealm()
                        .getDefaultClientScopesStream(true)
                        .anyMatch(known -> known.getId().equals(scope.get().getId()))) {
            client.addClientScope(scope.get(), true);
        }
    }

    /** The client scope {@link #SCOPE}, in a realm with applications of Encvoy ID. */
    public static Optional<ClientScopeModel> scope(RealmModel realm) {
        return realm.getClientScopesStream()
                .filter(known -> known.getName().equals(SCOPE))
                .findFirst();
    }

    private static void narrow(ClientModel client) {
        if (client.isFullScopeAllowed()) {
            client.setFullScopeAllowed(false);
        }
    }

    /** Whether tokens of an application carry all roles of the user. */
    public static boolean isWide(ClientModel client) {
        return client.isFullScopeAllowed() && client.getClientScopes(true).containsKey(SCOPE);
    }
}
