/** Keycloak's models in memory, for tests without a server. */
package com.encvoy.keycloak.stage;
