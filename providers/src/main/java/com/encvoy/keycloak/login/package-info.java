/**
 * The steps of Encvoy ID's login: identifier, password, code by e-mail, session chooser, access gate, recovery,
 * registration.
 *
 * <p>Uses {@code membership} and {@code application}. State lives in the authentication session and in Keycloak's
 * single-use store, so that any node may serve the next page.
 */
package com.encvoy.keycloak.login;
