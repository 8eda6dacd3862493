/**
 * The tests' Sentry: a relying party that sends what Sentry with the plugin sentry-auth-oidc sends, byte for byte where
 * that matters, and fails where Sentry fails. It is deliberately as lax as the original: it verifies no signature.
 */
package com.encvoy.keycloak.sentry;
