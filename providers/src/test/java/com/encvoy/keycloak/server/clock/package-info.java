/** Runs inside the tested server: moves the clock that Keycloak reads, so that a week passes in a moment. */
package com.encvoy.keycloak.server.clock;
