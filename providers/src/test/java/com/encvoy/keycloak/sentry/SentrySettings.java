package com.encvoy.keycloak.sentry;

/**
 * The values of {@code sentry.conf.py}.
 *
 * @param oidcClientId OIDC_CLIENT_ID
 * @param oidcClientSecret OIDC_CLIENT_SECRET
 * @param oidcScope OIDC_SCOPE, the plugin's default is {@code openid email}
 * @param oidcDomain OIDC_DOMAIN
 * @param urlPrefix {@code system.url-prefix} of the Sentry installation
 */
public record SentrySettings(
        String oidcClientId, String oidcClientSecret, String oidcScope, String oidcDomain, String urlPrefix) {

    static final String DEFAULT_SCOPE = "openid email";

    public SentrySettings(String oidcClientId, String oidcClientSecret, String oidcDomain, String urlPrefix) {
        this(oidcClientId, oidcClientSecret, DEFAULT_SCOPE, oidcDomain, urlPrefix);
    }

    String redirectUri() {
        return urlPrefix.replaceAll("/+$", "") + "/auth/sso/";
    }
}
