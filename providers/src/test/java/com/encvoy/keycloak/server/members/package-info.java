/** Calls the use cases of members and owners from outside, as the bearer of a token. */
package com.encvoy.keycloak.server.members;
