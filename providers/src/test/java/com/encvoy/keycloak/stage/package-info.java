/** A step of the login and everything that Keycloak hands to it, in memory, for tests without a server. */
package com.encvoy.keycloak.stage;
