package com.encvoy.keycloak.alert;

import java.net.URI;
import java.util.Optional;

import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

import com.encvoy.keycloak.access.ApplicationPermissions;

/** Where people manage their account: at the dashboard, or at Keycloak's account console. */
final class AccountLink {

    private AccountLink() {}

    /**
     * @param page of the dashboard
     * @return empty if the realm has neither
     */
    static Optional<String> to(KeycloakSession session, RealmModel realm, String page) {
        URI server = session.getContext().getUri().getBaseUri();
        boolean dashboard = !Config.getAdminRealm().equals(realm.getName())
                && isEnabled(realm, ApplicationPermissions.DASHBOARD_CLIENT)
                && isEnabled(realm, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (dashboard) {
            return Optional.of(Urls.realmBase(server)
                    .path("{realm}/dashboard/" + page)
                    .build(realm.getName())
                    .toString());
        }
        return isEnabled(realm, Constants.ACCOUNT_CONSOLE_CLIENT_ID)
                ? Optional.of(Urls.accountBase(server)
                        .path("/")
                        .build(realm.getName())
                        .toString())
                : Optional.empty();
    }

    private static boolean isEnabled(RealmModel realm, String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        return client != null && client.isEnabled();
    }
}
