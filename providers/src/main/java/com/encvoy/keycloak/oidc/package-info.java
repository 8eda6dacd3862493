/**
 * The OpenID Connect endpoints at {@code /api/oidc}. Keycloak handles the requests; this package adds the issuer, the
 * discovery document, addresses and error formats.
 */
package com.encvoy.keycloak.oidc;
