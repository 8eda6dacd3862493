/**
 * Enforces access to applications at the end of a login and whenever a token is issued. Also handles the fields an
 * application requires.
 */
package com.encvoy.keycloak.login.gate;
