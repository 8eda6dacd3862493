/**
 * The event listener and the startup check, which depend on all parts of the login. The authenticators and required
 * actions are in the subpackages.
 */
package com.encvoy.keycloak.login;
