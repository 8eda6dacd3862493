package com.encvoy.keycloak.check;

import java.net.URI;

/**
 * The set-up that is checked.
 *
 * @param issuer {@code OIDC_DOMAIN} of Sentry, without a trailing slash
 * @param clientId client ID of the application
 * @param clientSecret its secret, which is not an option: every user of a machine can read the options of a process
 * @param sentry address of Sentry ({@code system.url-prefix}), without a trailing slash
 * @param scope the scopes that Sentry requests
 */
record CheckSettings(URI issuer, String clientId, String clientSecret, URI sentry, String scope) {

    /** The redirect URI of Sentry, with its trailing slash. */
    String redirectUri() {
        return sentry + "/auth/sso/";
    }

    /** Overridden so that the secret never reaches a log: a record's default prints every component. */
    @Override
    public String toString() {
        return "CheckSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
