package com.encvoy.keycloak.access;

import java.util.List;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * A client that gets another client ID keeps the people who are blocked in it: {@link AccessDecision#BLOCKED_ATTRIBUTE}
 * names client IDs.
 */
public final class RenamedApplications implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        // Keycloak also tells of an update that leaves the client ID out, as of a change to none.
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
