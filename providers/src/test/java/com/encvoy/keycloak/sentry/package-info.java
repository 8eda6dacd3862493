/**
 * The tests' Sentry: a relying party that sends what Sentry with the plugin sentry-auth-oidc sends, byte for byte if
 * that matters, and fails if Sentry fails. It is deliberately as lax as the original: it verifies no signature.
 */
package com.encvoy.keycloak.sentry;
