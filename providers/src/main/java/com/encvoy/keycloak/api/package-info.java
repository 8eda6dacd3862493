/**
 * The REST resources below {@code /realms/{realm}/api}, the alias {@code /api} of the root realm, and the readiness
 * check.
 */
package com.encvoy.keycloak.api;
