/** The claims that an application gets about a user, in every token and answer. */
package com.encvoy.keycloak.claims;
