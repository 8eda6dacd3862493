package com.encvoy.keycloak.dashboard.security;

import java.util.Map;

import com.encvoy.keycloak.account.credentials.LinkedAccounts.LinkedAccount;

/** An account elsewhere, for a template. */
final class AccountShown {

    private AccountShown() {}

    static Map<String, Object> model(LinkedAccount account) {
        return Map.of("alias", account.alias(), "provider", account.provider(), "name", account.name());
    }
}
