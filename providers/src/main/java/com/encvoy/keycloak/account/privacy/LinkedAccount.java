package com.encvoy.keycloak.account.privacy;

/**
 * An account of another service that a person has linked.
 *
 * @param alias of the identity provider
 * @param service its name
 * @param account the name of the account there
 * @param shown whether applications see it
 */
public record LinkedAccount(String alias, String service, String account, boolean shown) {}
