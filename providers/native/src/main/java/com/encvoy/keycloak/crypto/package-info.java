/**
 * Keycloak's password hash and RS256 signature, computed by native libraries. Nothing imports this room; without it
 * everything works, slower.
 */
package com.encvoy.keycloak.crypto;
