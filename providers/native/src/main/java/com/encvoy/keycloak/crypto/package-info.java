/**
 * Keycloak's password hash and RS256 signature, computed by native libraries. No other package depends on this one;
 * without it, everything works more slowly.
 */
package com.encvoy.keycloak.crypto;
