/** Realms in memory for tests without a server: what the pack asks of Keycloak's models, kept in maps. */
package com.encvoy.keycloak.memory;
