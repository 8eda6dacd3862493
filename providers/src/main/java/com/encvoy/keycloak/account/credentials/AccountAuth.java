package com.encvoy.keycloak.account.credentials;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.Auth;

/** The person, towards Keycloak's own account resources. */
final class AccountAuth extends Auth {

    private AccountAuth(RealmModel realm, UserModel user, ClientModel account) {
        super(realm, null, user, account, null, true);
    }

    /** @return null in a realm without Keycloak's client {@code account} */
    static Auth of(RealmModel realm, UserModel user) {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        return account == null ? null : new AccountAuth(realm, user, account);
    }

    /** An administrator may have deleted the role. */
    @Override
    public boolean hasClientRole(ClientModel client, String name) {
        RoleModel role = client.getRole(name);
        return role != null && getUser().hasRole(role);
    }
}
