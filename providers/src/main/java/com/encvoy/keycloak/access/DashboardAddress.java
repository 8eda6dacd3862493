package com.encvoy.keycloak.access;

import java.net.URI;
import java.util.Optional;

import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.Urls;

/** Where the dashboard of a realm is, and whether there is one. */
public final class DashboardAddress {

    private DashboardAddress() {}

    /**
     * The client through which people sign in to the dashboard.
     *
     * @return empty if there is no dashboard: in the realm of the server's administrators, in realms without the
     *     client, and where it is disabled
     */
    public static Optional<ClientModel> client(RealmModel realm) {
        ClientModel client = !realm.isEnabled() || Config.getAdminRealm().equals(realm.getName())
                ? null
                : realm.getClientByClientId(ApplicationPermissions.DASHBOARD_CLIENT);
        return Optional.ofNullable(client)
                .filter(ClientModel::isEnabled)
                .filter(ClientModel::isStandardFlowEnabled)
                .filter(known -> OIDCLoginProtocol.LOGIN_PROTOCOL.equals(known.getProtocol()));
    }

    /**
     * The start page, with a slash at its end.
     *
     * @param server base URL
     */
    public static URI of(URI server, RealmModel realm) {
        return Urls.realmBase(server).path("{realm}/dashboard/").build(realm.getName());
    }
}
