package com.encvoy.keycloak.access;

import java.util.List;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Keeps users blocked when a client gets another client ID, since {@link AccessDecision#BLOCKED_ATTRIBUTE} names client
 * IDs.
 */
public final class RenamedApplications implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        // Keycloak also fires this event, with a null ID, for an update that omits the client ID.
        if (event instanceof ClientModel.ClientIdChangeEvent renamed && renamed.getNewClientId() != null) {
            RealmModel realm = renamed.getUpdatedClient().getRealm();
            List<UserModel> blocked = renamed.getKeycloakSession()
                    .users()
                    .searchForUserByUserAttributeStream(
                            realm, AccessDecision.BLOCKED_ATTRIBUTE, renamed.getPreviousClientId())
                    .toList();
            blocked.forEach(user -> user.setAttribute(
                    AccessDecision.BLOCKED_ATTRIBUTE,
                    user.getAttributeStream(AccessDecision.BLOCKED_ATTRIBUTE)
                            .map(clientId -> clientId.equals(renamed.getPreviousClientId())
                                    ? renamed.getNewClientId()
                                    : clientId)
                            .distinct()
                            .toList()));
        }
    }
}
