/**
 * What lives below /api/oidc: discovery, Keycloak's own endpoints under Encvoy's names, and the issuer rule.
 *
 * <p>No protocol code is rewritten here; what is ours is naming, issuer, discovery and error shapes.
 */
package com.encvoy.keycloak.oidc;
