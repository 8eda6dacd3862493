/**
 * The OpenID Connect endpoints at {@code /api/oidc}. Keycloak answers each request; what this room adds is the issuer,
 * the discovery document, addresses and error shapes.
 */
package com.encvoy.keycloak.oidc;
