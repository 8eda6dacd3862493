package com.encvoy.keycloak.access;

import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What people may do with their own account: the roles of Keycloak's client {@code account}
 * ({@link org.keycloak.models.AccountRoles}), which the account console honours as well.
 */
public final class AccountPermissions {

    private final UserModel user;
    private final Optional<ClientModel> account;

    public AccountPermissions(RealmModel realm, UserModel user) {
        this.user = user;
        this.account = Optional.ofNullable(realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID))
                .filter(ClientModel::isEnabled);
    }

    /** Whether people of this realm manage their accounts themselves; otherwise nothing is allowed. */
    public boolean exist() {
        return account.isPresent();
    }

    /** @param roles of the client {@code account}, one of which is enough */
    public boolean hasOneOf(String... roles) {
        return account.filter(client ->
                        Stream.of(roles).map(client::getRole).anyMatch(role -> role != null && user.hasRole(role)))
                .isPresent();
    }
}
